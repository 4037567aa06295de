import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readClusters } from '../src/engine/language/clusters.ts'
import { type Seen, seeWords } from '../src/engine/language/features.ts'
import { readLinear } from '../src/engine/language/linear.ts'
import { toMoves } from '../src/engine/language/parser.ts'
import { tagSentence } from '../src/engine/language/tagger.ts'
import { clusterWords, packClusters, readVectors } from './clusters.ts'
import { readTrees, type Tree } from './conllu.ts'
import { type Named, readUner, readWikiGold } from './iob.ts'
import { learnLemmas } from './lemmas.ts'
import { packLinear } from './linear.ts'
import { NAME_CLASSES, trainNames } from './names.ts'
import { moveClasses, trainParser } from './parser.ts'
import { random } from './random.ts'
import { seeTree, tagClasses, trainTagger } from './tagger.ts'

export type TrainOptions = Readonly<{ treebanks: string; vectors: string; models: string; say: (line: string) => void }>

const FOLDS = 4
/** Share of the sentences that are shown a second time all in capitals. */
const SHOUTED = 0.3

/** Trains every English model from the treebanks, and writes it into the folder of the models. */
export const trainLanguage = ({ treebanks, vectors, models, say }: TrainOptions): void => {
  mkdirSync(models, { recursive: true })
  const write = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(models, name), bytes)
    say(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`)
  }
  const trees = [...readTrees(join(treebanks, 'ewt-train.conllu')), ...readTrees(join(treebanks, 'gum-open-train.conllu'))]
  write('lemmas.bin', learnLemmas(trees))
  const space = readVectors(vectors, 60_000)
  const clusters = packClusters(space.words, clusterWords(space))
  write('clusters.bin', clusters)
  const clusterOf = readClusters(clusters)

  const next = random(5)
  const classes = tagClasses(trees)
  const views = trees.flatMap((tree): { tree: Tree; seen: Seen; fold: number }[] => {
    const fold = Math.floor(next() * FOLDS)
    const plain = { tree, seen: seeTree(tree, clusterOf), fold }
    return next() < SHOUTED ? [plain, { tree, seen: seeWords(tree.forms, clusterOf, true), fold }] : [plain]
  })
  const golds = views.map(({ tree, seen, fold }) => ({
    seen,
    fold,
    gold: Int32Array.from(tree.forms, (_, i) => classes.indexOf(`${tree.upos[i]} ${tree.xpos[i]}`)),
  }))
  const packTagger = (which: (fold: number) => boolean, rounds: number): Uint8Array =>
    packLinear(
      trainTagger(
        golds.filter(({ fold }) => which(fold)),
        classes.length,
        rounds,
      ),
      classes,
      0.08,
    )
  const jackknifed: Int32Array[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    say(`tagger without fold ${fold + 1} of ${FOLDS}`)
    const model = readLinear(packTagger((f) => f !== fold, 4))
    golds.forEach((view, i) => {
      if (view.fold === fold) jackknifed[i] = tagSentence(model, view.seen)
    })
  }
  say('tagger')
  const taggerBytes = packTagger(() => true, 6)
  write('tagger.bin', taggerBytes)
  const tagger = readLinear(taggerBytes)

  say('names')
  const named: Named[] = [...readUner(join(treebanks, 'uner-ewt-train.iob2')), ...readWikiGold(join(treebanks, 'wikigold.conll'))]
  const nameViews = named.flatMap(({ forms, names }) => {
    const gold = Int32Array.from(names, (name) => NAME_CLASSES.indexOf(name as 'O'))
    const plain = seeWords(forms, clusterOf, false)
    const loud = next() < SHOUTED ? [seeWords(forms, clusterOf, true)] : []
    return [plain, ...loud].map((seen) => ({ seen, tags: tagSentence(tagger, seen), gold }))
  })
  write('names.bin', packLinear(trainNames(nameViews, 8), NAME_CLASSES, 0.08))

  say('parser')
  const moveNames = moveClasses(trees)
  const moves = toMoves(moveNames)
  const examples = views.map(({ tree, seen }, i) => ({
    seen,
    tags: jackknifed[i]!,
    heads: Int32Array.from(tree.heads, (head) => (head === -1 ? tree.forms.length : head)),
    labels: Int32Array.from(tree.deprels, (label) => moves.labels.indexOf(label)),
  }))
  write('parser.bin', packLinear(trainParser(examples, moves, 6), moveNames, 0.15))
}
