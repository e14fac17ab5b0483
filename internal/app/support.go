package app

import (
	sanad "github.com/sanad-workbench/sanad"
)

// citesShown is how many passages a line of a screen shows before it is asked for all of them.
const citesShown = 6

// support weighs records and cites them.
func (l lens) support(records []sanad.Found, props ...string) sanad.Support {
	s := sanad.Weigh(records, l.Lines)
	s.Cites = l.Cites(records, props...)
	return s
}

// idsAndReports returns the ids of found things and the reports they were found in, one a thing.
func idsAndReports(things []sanad.Found) (ids map[sanad.ID]bool, reports []sanad.ID) {
	ids = make(map[sanad.ID]bool, len(things))
	for _, f := range things {
		ids[f.ID] = true
		reports = append(reports, f.Report)
	}
	return ids, reports
}

// supports returns what each line of a list rests on.
func supports[T any](list []T, of func(*T) *sanad.Support) []*sanad.Support {
	out := make([]*sanad.Support, len(list))
	for i := range list {
		out[i] = of(&list[i])
	}
	return out
}

func factSupports(list []sanad.Fact) []*sanad.Support {
	return supports(list, func(f *sanad.Fact) *sanad.Support { return &f.Support })
}

// show prepares lines for a screen: unless full is set each keeps a few passages, and those kept get their words.
func (p *picture) show(lines []*sanad.Support, full bool) error {
	var cites []*sanad.Cite
	for _, s := range lines {
		if !full {
			s.Shorten(citesShown)
		}
		cites = append(cites, s.Cites...)
	}
	return p.quote(cites)
}
