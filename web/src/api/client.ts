import { type QueryKey, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import { useCallback } from "react";
import { useView } from "../view";
import type { paths } from "./schema";

/** A mistake the server told us of: what is wrong, and what to do about it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const client = createClient<paths>({ baseUrl: "" });

type Method = "get" | "post";
type PathOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, unknown> ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type Answer<O> = O extends { responses: { 200: { content: { "application/json": infer T } } } } ? T : undefined;
type PathParams<O> = O extends { parameters: { path: infer T } } ? Omit<T, "inv"> : Record<never, never>;
type QueryParams<O> = O extends { parameters: { query?: infer T } }
  ? Omit<NonNullable<T>, "as_of">
  : Record<never, never>;
type Body<O> = O extends { requestBody: { content: { "application/json": infer T } } } ? T : undefined;

interface Answered {
  data?: unknown;
  error?: { code?: string; message?: string; remedy?: string };
  response: Response;
}

async function settle<T>(p: Promise<Answered>): Promise<T> {
  let a: Answered;
  try {
    a = await p;
  } catch (cause) {
    throw new ApiError("offline", cause instanceof Error ? cause.message : "", "");
  }
  if (!a.response.ok) {
    throw new ApiError(a.error?.code ?? "internal", a.error?.message ?? a.response.statusText, a.error?.remedy ?? "");
  }
  return a.data as T;
}

/** Reads one path of the API, in the investigation on the screen and as of the date chosen. */
export function useGet<P extends PathOf<"get">>(
  path: P,
  params: { path?: PathParams<Operation<P, "get">>; query?: QueryParams<Operation<P, "get">> } = {},
  options: { enabled?: boolean; keep?: boolean; every?: number } = {},
): UseQueryResult<Answer<Operation<P, "get">>, ApiError> {
  const { inv, asOf } = useView();
  const query = { ...params.query, ...(asOf && path.includes("{inv}") ? { as_of: asOf } : {}) };
  const key: QueryKey = [path, inv, params.path ?? null, query];
  return useQuery<Answer<Operation<P, "get">>, ApiError>({
    queryKey: key,
    queryFn: ({ signal }) =>
      // The types of the path were checked on the way in; openapi-fetch cannot follow a generic path.
      settle(client.GET(path as never, { params: { path: { inv, ...params.path }, query }, signal } as never)),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? (old) => old : undefined,
    refetchInterval: options.every,
  });
}

/** Returns the function that writes: it posts, throws an ApiError, and makes every screen read again. */
export function useWrite() {
  const { inv } = useView();
  const queries = useQueryClient();
  return useCallback(
    async <P extends PathOf<"post">>(
      path: P,
      params: { path?: PathParams<Operation<P, "post">>; body?: Body<Operation<P, "post">>; quiet?: boolean } = {},
    ): Promise<Answer<Operation<P, "post">>> => {
      const answer = await settle<Answer<Operation<P, "post">>>(
        client.POST(path as never, { params: { path: { inv, ...params.path } }, body: params.body } as never),
      );
      if (!params.quiet) await queries.invalidateQueries();
      return answer;
    },
    [inv, queries],
  );
}

/** Sends files as a form; the description of the API does not type multipart bodies. */
export async function sendFiles<T>(path: string, form: FormData): Promise<T> {
  const answer = fetch(path, { method: "POST", body: form }).then(async (response) => {
    const data = await response.json().catch(() => ({}));
    return response.ok ? { data, response } : { error: data, response };
  });
  return settle<T>(answer);
}
