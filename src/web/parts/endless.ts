import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'

type Page = Readonly<{ next: string | null }>

/** A list that goes on as long as somebody reads: the pages so far, and what to call at their end. */
export const useEndless = <List extends Page>(key: readonly unknown[], ask: (after: string | null) => Promise<List>) => {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  })
  const goOn = useRef(() => {})
  goOn.current = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  const onEnd = useRef(() => goOn.current()).current
  return { ...query, pages: query.data?.pages ?? [], onEnd }
}
