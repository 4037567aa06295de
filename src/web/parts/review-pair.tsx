import { Link } from '@tanstack/react-router'
import type { PairItem } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.review

/** Two incidents that may be one, side by side. */
export const ReviewPair = ({ item: { suggestion } }: Readonly<{ item: PairItem }>) => (
  <>
    <h2 className="review-question">{words.pairQuestion}</h2>
    <p>
      {suggestion.words}
      {suggestion.because.length > 0 && <span className="soft"> · {suggestion.because.join(', ')}</span>}
    </p>
    <div className="review-two">
      {suggestion.incidents.map((incident) => (
        <section key={incident.id}>
          <h3>
            <Link to="/incidents/$id" params={{ id: incident.id }} target="_blank">
              {incident.title}
            </Link>
          </h3>
          <dl className="facts">
            <div>
              <dt>{texts.list.columns.date}</dt>
              <dd>{incident.date?.words ?? texts.list.noDate}</dd>
            </div>
            <div>
              <dt>{texts.list.columns.place}</dt>
              <dd>{incident.place ? [incident.place.name, incident.place.country].filter(Boolean).join(', ') : texts.list.noPlace}</dd>
            </div>
            <div>
              <dt>{texts.list.columns.toll}</dt>
              <dd>{incident.killed?.words ?? texts.list.noToll}</dd>
            </div>
            <div>
              <dt>{texts.list.columns.origins}</dt>
              <dd>{texts.list.origins(incident.origins)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </div>
  </>
)
