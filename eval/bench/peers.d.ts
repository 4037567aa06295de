/** The peers are installed by `npm run bench` alone; the type check must pass without them, so their types are not looked at. */
declare module 'linkedom'
declare module 'wink-eng-lite-web-model'
declare module 'wink-nlp'
