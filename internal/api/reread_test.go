package api

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

func TestReread(t *testing.T) {
	s := bench(t)
	in := signedIn(s)
	call := func(method, path, body string, status int, into any) {
		t.Helper()
		w := ask(s, method, "/api/i/case/"+path, strings.NewReader(body), in, header("Content-Type", "application/json"))
		if w.Code != status {
			t.Fatalf("%s %s: status %d, want %d: %s", method, path, w.Code, status, w.Body)
		}
		if into != nil {
			if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
				t.Fatal(err)
			}
		}
	}
	settled := func(run *sanad.Run) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); run.State == sanad.Running; time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%+v goes on", *run)
			}
			call("GET", "runs/"+string(run.ID), "", http.StatusOK, run)
		}
	}
	var run sanad.Run
	call("POST", "texts", `{"text": "Police arrested Yusuf Karim al-Alwani in Hit.", "reference": "A1"}`, http.StatusOK, &run)
	settled(&run)
	var plan app.RereadPlan
	call("GET", "reread", "", http.StatusOK, &plan)
	if plan.State != app.PlanNone || plan.Rows == nil {
		t.Fatalf("%+v", plan)
	}
	call("POST", "reread/plan", "", http.StatusOK, &plan)
	for end := time.Now().Add(20 * time.Second); plan.State != app.PlanReady; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%+v", plan)
		}
		call("GET", "reread", "", http.StatusOK, &plan)
	}
	if plan.Summary.Reports != 1 || plan.Summary.Unchanged != 1 {
		t.Fatalf("%+v", plan)
	}
	var rep app.RereadReport
	call("GET", "reread/reports/A1", "", http.StatusOK, &rep)
	if rep.Reference != "A1" || rep.Conflicts == nil || rep.GainedClaims == nil || len(rep.ReadBy) != 1 {
		t.Fatalf("%+v", rep)
	}
	call("GET", "reread/reports/none", "", http.StatusNotFound, nil)
	call("POST", "reread/reports/A1/conflicts/knone", `{"side": "new", "reason": "x"}`, http.StatusNotFound, nil)
	call("POST", "reread/reports/A1/conflicts/knone", `{"side": "both", "reason": "x"}`, http.StatusUnprocessableEntity, nil)
	call("POST", "reread/reports/A1/choices/hnone/withdraw", "", http.StatusNotFound, nil)
	call("POST", "reread/runs/wnone/undo", "", http.StatusNotFound, nil)
	call("POST", "reread/take", `{"reports": ["none"]}`, http.StatusNotFound, nil)
	call("POST", "reread/take", `{}`, http.StatusOK, &run)
	settled(&run)
	var h app.RereadHistory
	call("GET", "reread/history", "", http.StatusOK, &h)
	if run.State != sanad.Done || len(h.Taken) != 0 {
		t.Fatalf("nothing changed, yet %+v %+v", run, h)
	}
	call("POST", "reread/cancel", "", http.StatusOK, nil)
}
