// A list that followed each choice shows what its button asks for already: that is no step to go back over.
const words = (form) => `?${new URLSearchParams(new FormData(form))}`

document.addEventListener(
  'submit',
  (event) => {
    if (!event.target.closest('.finder') || location.search !== words(event.target)) return
    event.preventDefault()
    event.stopPropagation()
  },
  true,
)
