import { catalogue } from '../language.tsx'

/** Maps with streets: what the administrator decides of them. */
export const streetTexts = catalogue('views/settings/street-texts', {
  fr: {
    streets: 'Cartes avec les rues',
    streetsHint:
      'Facultatif. Sans adresse, le site ne montre que sa propre carte des départements et ne demande rien à personne. Avec une adresse, qui le demande voit une carte là où une position est indiquée\u00a0: le serveur des images voit alors son adresse IP. Dites-le sur la page «\u00a0Vie privée\u00a0».',
    tiles: 'Adresse des images',
    tilesHint:
      'Elle commence par https:// et contient {z}, {x} et {y}, par exemple https://tuiles.exemple.fr/{z}/{x}/{y}.png. Si elle contient une clé, tout le monde peut la lire. Vérifiez que ce serveur accepte votre usage.',
    tilesCredit: 'De qui viennent ces images',
    tilesCreditHint: 'Écrit sur chaque carte, par exemple\u00a0: © les contributeurs d’OpenStreetMap.',
  },
  en: {
    streets: 'Maps with streets',
    streetsHint:
      'Optional. Without an address the site shows its own map of the departments alone, and asks nobody for anything. With one, whoever asks for it sees a map where a position is given: the server of the pictures then sees their IP address. Say so on the page “Privacy”.',
    tiles: 'Address of the pictures',
    tilesHint:
      'It begins with https:// and holds {z}, {x} and {y}, for example https://tiles.example.org/{z}/{x}/{y}.png. If it holds a key, anybody can read it. Check that this server accepts your use.',
    tilesCredit: 'Whose these pictures are',
    tilesCreditHint: 'Written on each map, for example: © OpenStreetMap contributors.',
  },
})
