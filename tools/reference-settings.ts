/** What there is to say of each setting; which variables and scripts there are is read off the tree and compared. */
export const SETTINGS = {
  variables: {
    CASUS_CHROMIUM: 'the browser that `npm test` and `npm run screenshots` drive, where it is not in Debian’s place',
    CASUS_FAULTS:
      'at how many random moments the test of faults kills the process that adds (20 unless told; 200 takes some fifteen minutes)',
    CASUS_GOLDEN: '`write` makes the tests of reading write their expectations anew instead of comparing them',
    CASUS_LEDGER: 'the ledger’s folder, else `./data`; or the address of a PostgreSQL database',
    CASUS_SIGNING_KEY:
      'a file with the Ed25519 key (PEM) that signs the history; else the ledger’s folder has one of its own, and a database none',
    CASUS_TEST_DATABASE_URL:
      'a PostgreSQL server on which the ledger’s contract is tested too, as an account that may make databases; else one on this machine, where there is one',
    DATABASE_URL: 'the address of a PostgreSQL database to keep the ledger in; goes before `CASUS_LEDGER`',
    NODE_COMPILE_CACHE: 'where Node keeps compiled code, so that a second start is faster; else `node_modules/.cache/compile`',
    NO_COLOR: 'set to anything: no colours on the terminal (piped output never has any)',
  } as Readonly<Record<string, string>>,
  scripts: {
    'npm start':
      'installs what is missing, builds the pages, reads the example into an empty ledger, serves. `npm start -- …` takes the options of `casus serve`',
    'npm test': 'every test. `-- --no-browser` leaves the browser tests out; `-- NAME` runs the files whose path holds it',
    'npm run check': 'format, lint, types, unit tests',
    'npm run score':
      'measures accuracy on a sample. `-- --full`: every document; `-- --only CORPUS`: one corpus, nothing written; `-- --accept`: writes a drop too',
    'npm run bench':
      'measures speed beside the named peers. `-- NAME …` runs some; `-- ledger-pages --documents=N` (or `--large`: a million) says how large a ledger its pages are measured on',
    'npm run train':
      'trains `models/` anew. `-- --treebanks FOLDER` says where the treebanks lie, `-- --models FOLDER` where the models go',
    'npm run screenshots': 'takes the pictures in `docs/screenshots` anew',
    'node bin/task reference':
      'writes the generated pages of `docs/reference`. `--samples` also runs the examples of `README.md` and `docs/reference/analysis.md` anew',
    'node bin/task static': 'format, lint and types alone',
  } as Readonly<Record<string, string>>,
  limits: {
    'a file on the command line': '256 MB',
    'a request to the server': '64 MB, 200 files',
    'a pasted text': '10 million characters',
    threads: '`--jobs` 1 to 64',
    'a page of the list': '500 incidents',
    'the CSV and GeoJSON lists': '100,000 incidents',
  } as Readonly<Record<string, string>>,
} as const
