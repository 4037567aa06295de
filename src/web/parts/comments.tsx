import type { CommentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.document

const Comment = ({ comment }: Readonly<{ comment: CommentView }>) => (
  <li>
    <p className="comment-head">
      {comment.number && <span className="comment-number">{comment.number}</span>} <span>{comment.author ?? words.unnamedReader}</span>
    </p>
    <p className="comment-text">{comment.text}</p>
    {comment.answers.length > 0 && (
      <ol>
        {comment.answers.map((answer) => (
          <Comment key={answer.id} comment={answer} />
        ))}
      </ol>
    )}
  </li>
)

/** Readers' comments, after the text and apart from it, closed until asked for. */
export const Comments = ({ comments, count }: Readonly<{ comments: readonly CommentView[]; count: number }>) =>
  count === 0 ? null : (
    <details className="comments">
      <summary>{words.comments(count)}</summary>
      <p className="section-note">{words.commentsNote}</p>
      <ol>
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ol>
    </details>
  )
