import { catalogue } from '../language.tsx'

export const importTexts = catalogue('views/imports/texts', {
  fr: {
    title: 'Importer un marché',
    lede: 'Un marché déjà décrit ailleurs n’a pas à être recopié. Ce qui est compris devient un brouillon, que vous relisez avant de le publier.',
    untitled: 'Marché importé, à compléter',
    formatsTitle: 'Ce qui est compris',
    formats: {
      ocds: 'une publication ou un dossier au format ouvert OCDS (JSON), avec ses lots, ses codes CPV et ses attributions\u00a0;',
      boamp: 'un avis du BOAMP, tel que ses données ouvertes le donnent (JSON ou CSV)\u00a0;',
      table: 'un tableau CSV, une ligne par lot, avec les noms des questions du formulaire.',
    },
    model: 'Télécharger un tableau modèle (CSV)',
    limits: '256\u00a0Ko au plus, un seul marché à la fois, 40\u00a0lots au plus.',
    file: 'Fichier',
    fileHint: 'JSON ou CSV.',
    or: '(un fichier ou un texte collé)',
    pasted: 'Ou texte collé',
    read: 'Lire et ouvrir le brouillon',
    faults: {
      'too-large': 'C’est trop grand\u00a0: 256\u00a0Ko et 1\u00a0000\u00a0lignes au plus.',
      'too-deep': 'Ce fichier est trop complexe pour être celui d’un seul marché.',
      'not-json': 'Ce texte commence comme du JSON, mais n’en est pas\u00a0: vérifiez qu’il est entier.',
      'not-csv': 'Ce texte n’est ni du JSON ni un tableau CSV avec une ligne de titres.',
      unknown:
        'Aucun marché n’y est reconnu\u00a0: il faut une publication OCDS, un avis du BOAMP, ou une colonne «\u00a0Intitulé\u00a0» ou «\u00a0Acheteur\u00a0».',
      empty: 'Choisissez un fichier, ou collez un texte.',
    },
    imported: 'Le brouillon est enregistré',
    from: {
      ocds: 'Il vient d’un fichier OCDS. Relisez chaque réponse\u00a0: c’est vous qui publiez.',
      boamp:
        'Il vient d’un avis du BOAMP, qui ne donne pas les lots à part\u00a0: ajoutez-les d’après l’avis.',
      table: 'Il vient d’un tableau. Relisez chaque réponse\u00a0: c’est vous qui publiez.',
    },
    wrong: 'Lu, mais laissé de côté parce que la valeur ne convient pas',
    unknown: 'Présent dans le fichier, et pas repris',
    colon: '\u00a0: ',
  },
  en: {
    title: 'Import a tender',
    lede: 'A tender that is described elsewhere need not be typed again. What is understood becomes a draft, which you read before you publish it.',
    untitled: 'Imported tender, to be completed',
    formatsTitle: 'What is understood',
    formats: {
      ocds: 'a release or a record of open contracting data (OCDS, JSON), with its lots, CPV codes and awards;',
      boamp: 'a notice of the BOAMP, as its open data give it (JSON or CSV);',
      table: 'a CSV table, a row for each lot, under the names of the questions of the form.',
    },
    model: 'Download a model table (CSV)',
    limits: '256 KB at most, one tender at a time, 40 lots at most.',
    file: 'File',
    fileHint: 'JSON or CSV.',
    or: '(a file or a pasted text)',
    pasted: 'Or pasted text',
    read: 'Read it and open the draft',
    faults: {
      'too-large': 'This is too large: 256 KB and 1,000 rows at most.',
      'too-deep': 'This file is too complex to be that of a single tender.',
      'not-json': 'This text begins like JSON, but is none: check that it is whole.',
      'not-csv': 'This text is neither JSON nor a CSV table with a row of heads.',
      unknown:
        'No tender is recognised in it: it takes an OCDS release, a notice of the BOAMP, or a column “Name” or “Buyer”.',
      empty: 'Choose a file, or paste a text.',
    },
    imported: 'The draft is saved',
    from: {
      ocds: 'It comes from an OCDS file. Read each answer again: it is you who publish.',
      boamp: 'It comes from a notice of the BOAMP, which does not give lots apart: add them from the notice.',
      table: 'It comes from a table. Read each answer again: it is you who publish.',
    },
    wrong: 'Read, but left out because the value does not fit',
    unknown: 'In the file, and not taken over',
    colon: ': ',
  },
})
