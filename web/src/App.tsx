import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch } from "wouter";
import { ActionsProvider } from "./actions/registry";
import { ApiError } from "./api/client";
import { Loading } from "./parts/Page";
import { ToastProvider } from "./parts/Toasts";
import { AddScreen } from "./screens/Add";
import { AuditScreen } from "./screens/Audit";
import { BriefsScreen } from "./screens/Briefs";
import { DossierScreen } from "./screens/Dossier";
import { HomeScreen } from "./screens/Home";
import { IncidentScreen } from "./screens/Incident";
import { IncidentsScreen } from "./screens/Incidents";
import { InvestigationsScreen } from "./screens/Investigations";
import { JudgementsScreen } from "./screens/Judgements";
import { PairScreen } from "./screens/PairScreen";
import { PaymentsScreen } from "./screens/Payments";
import { PersonsScreen } from "./screens/Persons";
import { ProceedingScreen, ProceedingsScreen } from "./screens/Proceedings";
import { ProvincesScreen } from "./screens/Provinces";
import { QuestionsScreen } from "./screens/Questions";
import { ReportScreen } from "./screens/Report";
import { ReportsScreen } from "./screens/Reports";
import { RereadScreen } from "./screens/Reread";
import { RereadReportScreen } from "./screens/RereadReport";
import { SearchScreen } from "./screens/Search";
import { SourcesScreen } from "./screens/Sources";
import { TimelineScreen } from "./screens/TimelineScreen";
import { Shell } from "./shell/Shell";
import { theme } from "./theme";
import { ViewProvider } from "./view";

const NetworkScreen = lazy(() => import("./screens/Network"));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (n, error) => n < 1 && error instanceof ApiError && error.code === "offline",
    },
  },
});

export function App() {
  const { i18n } = useTranslation();
  const direction = i18n.language === "ar" ? "rtl" : "ltr";
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <ActionsProvider>
            <ToastProvider>
              <Turn />
              <Routes />
            </ToastProvider>
          </ActionsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Turns the page with the language. */
function Turn() {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const language = i18n.language;
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(language === "ar" ? "rtl" : "ltr");
  }, [language, setDirection]);
  return null;
}

function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Shell>
          <InvestigationsScreen />
        </Shell>
      </Route>
      <Route path="/audit">
        <Shell>
          <AuditScreen />
        </Shell>
      </Route>
      <Route path="/i/:inv/*?">
        {({ inv }) => (
          <ViewProvider key={inv} inv={decodeURIComponent(inv)}>
            <Shell>
              <Suspense fallback={<Loading />}>
                <Screens />
              </Suspense>
            </Shell>
          </ViewProvider>
        )}
      </Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/i/:inv" component={HomeScreen} />
      <Route path="/i/:inv/add" component={AddScreen} />
      <Route path="/i/:inv/reports" component={ReportsScreen} />
      <Route path="/i/:inv/reports/:id">{({ id }) => <ReportScreen key={id} id={id} />}</Route>
      <Route path="/i/:inv/reread" component={RereadScreen} />
      <Route path="/i/:inv/reread/:id">{({ id }) => <RereadReportScreen key={id} id={id} />}</Route>
      <Route path="/i/:inv/persons" component={PersonsScreen} />
      <Route path="/i/:inv/persons/:id">{({ id }) => <DossierScreen key={id} id={id} />}</Route>
      <Route path="/i/:inv/questions" component={QuestionsScreen} />
      <Route path="/i/:inv/pair/:left/:right">{({ left, right }) => <PairScreen left={left} right={right} />}</Route>
      <Route path="/i/:inv/judgements" component={JudgementsScreen} />
      <Route path="/i/:inv/incidents" component={IncidentsScreen} />
      <Route path="/i/:inv/incidents/:id">{({ id }) => <IncidentScreen key={id} id={id} />}</Route>
      <Route path="/i/:inv/proceedings" component={ProceedingsScreen} />
      <Route path="/i/:inv/proceedings/:id">{({ id }) => <ProceedingScreen key={id} id={id} />}</Route>
      <Route path="/i/:inv/network" component={NetworkScreen} />
      <Route path="/i/:inv/payments" component={PaymentsScreen} />
      <Route path="/i/:inv/timeline" component={TimelineScreen} />
      <Route path="/i/:inv/provinces" component={ProvincesScreen} />
      <Route path="/i/:inv/briefs" component={BriefsScreen} />
      <Route path="/i/:inv/search" component={SearchScreen} />
      <Route path="/i/:inv/sources" component={SourcesScreen} />
      <Route>
        <HomeScreen />
      </Route>
    </Switch>
  );
}
