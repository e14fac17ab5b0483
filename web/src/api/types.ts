import type { components } from "./schema";

type S = components["schemas"];

export type Account = S["Account"];
export type Briefing = S["Briefing"];
export type Cite = S["Cite"];
export type ClaimView = S["ClaimView"];
export type ConflictView = S["ConflictView"];
export type Deployment = S["Deployment"];
export type Dossier = S["Dossier"];
export type Doubt = S["Doubt"];
export type Edge = S["Edge"];
export type EntityView = S["EntityView"];
export type Fact = S["Fact"];
export type Graph = S["Graph"];
export type Home = S["Home"];
export type Incident = S["Incident"];
export type IncidentView = S["IncidentView"];
export type JudgementView = S["JudgementView"];
export type Judged = S["Judged"];
export type JoinPair = S["JoinPair"];
export type KinView = S["KinView"];
export type Moment = S["Moment"];
export type NewText = S["NewText"];
export type Node = S["Node"];
export type Operation = S["Operation"];
export type Other = S["Other"];
export type Pair = S["Pair"];
export type PartView = S["PartView"];
export type Participant = S["Participant"];
export type PaymentView = S["PaymentView"];
export type PersonRow = S["PersonRow"];
export type Proceeding = S["Proceeding"];
export type ProvinceBoard = S["ProvinceBoard"];
export type QuestionView = S["QuestionView"];
export type Reason = S["Reason"];
export type Ref = S["Ref"];
export type ReportRow = S["ReportRow"];
export type ReportView = S["ReportView"];
export type RereadClaim = S["RereadClaim"];
export type RereadConflict = S["RereadConflict"];
export type RereadEntity = S["RereadEntity"];
export type RereadHistory = S["RereadHistory"];
export type RereadPlan = S["RereadPlan"];
export type RereadReport = S["RereadReport"];
export type RereadRow = S["RereadRow"];
export type RoleView = S["RoleView"];
export type Run = S["Run"];
export type Side = S["Side"];
export type Span = S["Span"];
export type Stage = S["Stage"];
export type Statement = S["Statement"];

/** The server leaves out empty lists as null; a screen reads them as empty. */
export function list<T>(x: readonly T[] | null | undefined): readonly T[] {
  return x ?? [];
}
