/** What there is to say of a route; the routes themselves are read off the app. */
type Route = Readonly<{ group: 'page' | 'data' | 'change'; about: string; twins?: string }>

/** By "METHOD path", spelled as the app spells it. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': { group: 'page', about: 'goes on to `/incidents`' },
  'GET /incidents': {
    group: 'page',
    about:
      'the incidents as list, map and timeline; filters stand in the address (see `GET /incidents.json`), `view` and `at` say what is looked at',
    twins: '`/incidents.json`, `/incidents.csv`, `/incidents.geojson`',
  },
  'GET /incidents/:id': {
    group: 'page',
    about: 'one incident: its figures as ranges, the matrix of who says what, its documents, its history',
    twins: '`/incidents/:id.json` (`?at=` a moment: as it stood then), `/incidents/:id.csv`',
  },
  'GET /documents/:id': {
    group: 'page',
    about: 'one document with what was read in it; `?claim=ID` points at a claim',
    twins: '`/documents/:id.json`',
  },
  'GET /add': { group: 'page', about: 'paste a text or drop files' },
  'GET /*': { group: 'page', about: 'the files that the pages are built of' },
  'GET /suggestions': {
    group: 'page',
    about: 'pairs of incidents that may be the same, for a person to say',
    twins: '`/suggestions.json`',
  },
  'GET /actors': { group: 'page', about: 'the actor register', twins: '`/actors.json`, `/actors.csv`' },
  'GET /actors/:id': {
    group: 'page',
    about: 'one actor: its names, what it belongs to on a day (`?on=2019-12-29`) and who says so',
    twins: '`/actors/:id.json`',
  },
  'GET /suggestions.json': {
    group: 'data',
    about:
      'a page of pairs of incidents that may be the same, likeliest first, with the reasons: `suggestions`, and `next`; `?incident=` for the pairs of one',
  },
  'GET /actors.json': { group: 'data', about: 'a page of the actor register: `actors`, and `next`; `?q=` and `?country=` narrow it' },
  'GET /actors/:file{.+\\.json}': {
    group: 'data',
    about:
      'one actor: `parents` and `members` with the dates and sources of each tie, `holds` on the day of `?on=`, and what documents of the ledger say of it',
  },
  'GET /documents': {
    group: 'page',
    about: 'the documents, with what was read in each; `q`, `issuer`, `speaker`, `language` and `order` stand in the address',
    twins: '`/documents.json`, `/documents.csv`',
  },
  'GET /sources': {
    group: 'page',
    about:
      'outlets and speakers: how often first, how often a copy, how often quoted; `q`, `kind` and `role` (`outlet`, `speaker`, `unnamed`)',
    twins: '`/sources.json`, `/sources.csv`',
  },
  'GET /sources/:id': {
    group: 'page',
    about:
      'one of them: whom it quotes, whose text it shares, how its figures stand to later ones. A blank of its key is `_` in the address',
    twins: '`/sources/:id.json`',
  },
  'GET /method': {
    group: 'page',
    about: 'the definitions, inclusion rules and policies, by version; exports name it',
    twins: '`/method.json`',
  },
  'GET /settings': { group: 'page', about: 'where the data lies, how much there is, who has judged', twins: '`/settings.json`' },
  'GET /session.json': { group: 'data', about: 'whether this server asks for tokens, and whose came with the request: `name`, `scopes`' },
  'GET /tokens.json': { group: 'data', about: 'every token given out, with who made and who revoked it; never the token itself' },
  'POST /api/session': { group: 'change', about: 'signs a browser in: `{"token"}`; the answer sets a cookie that scripts cannot read' },
  'DELETE /api/session': { group: 'change', about: 'signs it out' },
  'POST /api/tokens': {
    group: 'change',
    about:
      'makes a token: `{"name", "scopes"}` of `read`, `judge`, `add`, `manage`. Gives 201 and `secret`, this once: only its SHA-256 is kept. It comes with requests as `Authorization: Bearer …`',
  },
  'DELETE /api/tokens/:id': { group: 'change', about: 'revokes a token' },
  'GET /method.json': { group: 'data', about: 'the same as data' },
  'GET /settings.json': { group: 'data', about: 'the same as data' },
  'GET /documents.json': { group: 'data', about: 'a page of the documents: `documents`, and `next`' },
  'GET /documents.csv': { group: 'data', about: 'all documents, a row for each' },
  'GET /sources.json': { group: 'data', about: 'a page of outlets and speakers: `sources`, and `next`' },
  'GET /sources.csv': { group: 'data', about: 'all of them, a row for each' },
  'GET /sources/:file{.+\\.json}': { group: 'data', about: 'all that a source’s page shows' },
  'GET /map.json': {
    group: 'data',
    about:
      'what the map draws: incidents gathered by nearness at a `zoom` (0–22), in a `window` (`west,south,east,north`), with the filters of the list. An area that is wider than a cell stays an area',
  },
  'GET /timeline.json': {
    group: 'data',
    about:
      'what the timeline draws: each incident while they are few, else counts by day, month or year; longer stretches apart. Takes the filters of the list',
  },
  'GET /facets.json': { group: 'data', about: 'the commonest parties, weapons and countries among the incidents that fit the filters' },
  'GET /incidents.json': { group: 'data', about: 'a page of the list: `incidents`, and `next` (null on the last page)' },
  'GET /incidents.csv': { group: 'data', about: 'the whole list, a row for each incident' },
  'GET /incidents.geojson': {
    group: 'data',
    about: 'the whole list as a GeoJSON feature collection: points, with how exact they are; no geometry where nobody places an incident',
  },
  'GET /incidents/:file{.+\\.csv}': {
    group: 'data',
    about: 'every claim of the incident, a row for each: quote, sentence, offsets, speaker, document, review',
  },
  'GET /claims.csv': {
    group: 'data',
    about: 'the same for all incidents of the list, narrowed by its filters: what makes every cell of the other files traceable',
  },
  'GET /exports/:file{(?:acled|ucdp|ibc)\\.(?:csv|json)}': {
    group: 'data',
    about:
      'the list, narrowed by its filters, in the columns of ACLED (31), UCDP GED (49) or Iraq Body Count (10), by the policy of that name. Only claims that a person accepted, edited or made enter; `?unchecked=1`: all, with a `review` column. The JSON also has `left_out`: incidents without a row, and why. What documents do not tell stays empty',
  },
  'GET /victims.csv': { group: 'data', about: 'the people named, a row for each, every detail with who says so' },
  'GET /actors.csv': { group: 'data', about: 'the actor register, a row for each' },
  'GET /incidents/:file{.+\\.json}': { group: 'data', about: 'all that the incident’s page shows' },
  'GET /review': {
    group: 'page',
    about: 'the queue of claims that wait for a person; `?incident=ID` for one incident',
    twins: '`/review.json`',
  },
  'GET /compare': { group: 'page', about: 'two accounts of one incident side by side (`incident`, `a`, `b`)', twins: '`/compare.json`' },
  'GET /victims': { group: 'page', about: 'people told of by name (`incident`, `q`)', twins: '`/victims.json`, `/victims.csv`' },
  'GET /grid': {
    group: 'page',
    about:
      'the incidents as a sheet: a row for each, to be edited in place; filters and `order` as of the list, `columns` (ids, joined by commas), or `view`: a saved view, which says all this',
    twins: '`/grid.json`, `/grid.csv`, `/grid.xlsx`',
  },
  'GET /review.json': {
    group: 'data',
    about:
      'what waits for a person, what matters most first: `items`, `left`, `more`. The items are kept for that person for fifteen minutes. `skip` holds keys set aside, joined by commas',
  },
  'GET /agreement.json': { group: 'data', about: 'how often two people who judged one claim agreed, with Cohen’s κ' },
  'GET /compare.json': {
    group: 'data',
    about: 'what two documents (`a`, `b`) say of an `incident`, row by row, and the passages that stand in both',
  },
  'GET /victims.json': { group: 'data', about: 'a page of the incidents that name people, with these' },
  'GET /documents/:id/original': {
    group: 'data',
    about: 'the untouched bytes, for a closed frame in which nothing runs or loads; `?download` for the file',
  },
  'GET /grid.json': {
    group: 'data',
    about:
      'a page of the grid: `rows` with their cells and the words behind each, `next`; `columns` and `views` that people made; filters as of the list, or `view`',
  },
  'GET /grid.csv': {
    group: 'data',
    about: 'the grid as CSV: each value with the words behind it in the column beside, policies and method; 5,000 rows at most',
  },
  'GET /grid.xlsx': {
    group: 'data',
    about: 'the same as a workbook: a note with the words behind every cell, these as rows of a second sheet, the method on a third',
  },
  'POST /api/judgements/many': {
    group: 'change',
    about:
      'up to 5,000 judgements, one after the other: `{"judgements": […]}`, each as `POST /api/judgements` takes it. Gives 201, `done` (their ids) and `problems`, each with its place `at`',
  },
  'POST /api/withdrawals': {
    group: 'change',
    about: 'takes up to 5,000 judgements back, the last first: `{"judgements": [id, …]}`. Gives 201, `done` and `problems`',
  },
  'POST /api/sheets': {
    group: 'change',
    about:
      'brings in a sheet (CSV, tab-separated text or XLSX): a form with `file`, `mapping`? (`{"title": 0, "date": 1, …}`, columns from 0) and `try`? (nothing is kept). Gives `columns`, `mapping`, `rows` with their problems, `added`',
  },
  'POST /api/review/leave': { group: 'change', about: 'lets go of the items that were given to this person and not judged' },
  'GET /documents/:file{.+\\.json}': { group: 'data', about: 'all that the document’s page shows' },
  'GET /versions.json': {
    group: 'data',
    about:
      'pages that changed since they were taken in (updated, corrected, retracted), last first, with the incidents that rest on what they said before; `?published=true`: only those with published incidents',
  },
  'GET /work.json': {
    group: 'data',
    about: 'with `casus serve --queue`: how many inputs wait or are being added, and those that failed, with why',
  },
  'POST /api/work/:id/retry': { group: 'change', about: 'puts a failed input back into the queue. Gives 204' },
  'POST /api/documents': {
    group: 'change',
    about:
      'adds documents: `{"text", "title"?, "publisher"?, "published"?, "url"?}`, or a form (`multipart/form-data`) with up to 200 parts named `file`. Gives `{"documents": […], "problems": […]}`; with `casus serve --queue` 202 and `"queued"`: how many inputs were put into the queue',
  },
  'POST /api/readings': {
    group: 'change',
    about:
      'reads documents and keeps nothing: the body of `POST /api/documents`. Answers with server-sent events: `opened` (`documents`), `read` (`reading`: its `key`, title, language, incidents, claims, problems), `failed` (`problems`); with `casus serve --queue` one `queued`. A reading is held in memory until it is kept or others take its place',
  },
  'POST /api/readings/plan': {
    group: 'change',
    about:
      'what would become of readings if they were kept now: `{"readings": [key, …]}`. Gives `documents` with `outcome`, `copyOf`, and for each incident where it would go, why, and what it may be the same as (`maybe`); `missing`: keys that are not held any more. Nothing is kept',
  },
  'POST /api/readings/keep': {
    group: 'change',
    about:
      'keeps readings: `{"readings": [{"key", "choices"?}]}`. A choice, `{"incident", "into"}`, sends what would go to `incident` into another one, or into one of its own (`"apart"`); it is kept as a judgement and can be withdrawn. Gives `kept`: for each key its document or problems',
  },
  'POST /api/claims': {
    group: 'change',
    about:
      'marks a claim by hand: `{"document", "incident", "attribute", "spans", "value", "speaker", "modality"?}`. `incident` is an id, or `{"title", "type", "subType"}` for a new one; `speaker` is `{"kind": "own"}`, `{"kind": "statement", "statement"}` or `{"kind": "words", "span", "sourceKind", "stance"?}`. Gives 201 and `{"claim", "incident"}`',
  },
  'POST /api/claims/:id/judgements': {
    group: 'change',
    about:
      'judges a claim: `{"kind": "accept" or "reject", "why"?}` or `{"kind": "edit", "value", "why"?}`. Gives 201 and the claim’s state',
  },
  'POST /api/judgements': {
    group: 'change',
    about:
      'keeps a judgement. Of a claim: `{"kind": "accept" or "reject", "claim"}`, `{"kind": "edit", "claim", "value"}`. Of a pair: `{"kind": "same", "different" or "unsure", "of": "incidents" or "documents", "pair": [id, id]}`; within an incident `{"kind", "of": "origins", "scopes" or "victims", "incident", "pair": [key, key]}`, origins also `affiliated`; two incidents that are the same are merged. Of incidents: `{"kind": "merge", "incidents": […]}` (the others go into the first), `{"kind": "split", "incident", "documents"?, "claims"?}`, `{"kind": "choose", "incident", "value": {"attribute", "scope", "policy"}}` or with `"policy": null, "low", "high"` and a reason, `{"kind": "status", "incident", "value": {"status"}}`, `{"kind": "grade", "incident", "value": {"grade"}}`, `{"kind": "part-of", "incident", "value": {"parent"}}`, `{"kind": "cell", "incident", "value": {"column", "value", "claim"?}}` (what a person enters in the grid, and the claim it rests on). Of the grid: `{"kind": "column", "column"?, "value": {"name", "type", "definition", "vocabulary"?, "removed"?}}`, `{"kind": "view", "view"?, "value": {"name", "search", "removed"?}}`; without an id a new one, whose id is the judgement’s `target`. All take `"why"`. Gives 201, the judgement, and the incidents that read differently now',
  },
  'POST /api/judgements/:id/withdrawal': {
    group: 'change',
    about:
      'takes a judgement back, whatever it was about: `{"why"?}`. A merge comes apart, a split together. Nothing is deleted: the withdrawal is a row of its own',
  },
}
