package sim

import "strings"

// repeat passes on a report: word for word, with small changes, or only its beginning. Its truth is that of the sentences that remain.
func (w *World) repeat(p *plan, t telling) telling {
	r := w.stream(streamCopy + uint64(p.index))
	switch p.descent {
	case trimmed:
		least := (len(t.sentences) + 1) / 2
		t.sentences = t.sentences[:least+r.IntN(max(1, len(t.sentences)-least))]
	case nearly:
		book := english
		if p.arabic {
			book = arabic
		}
		heads := book["head.forward"]
		head := sentence{text: []rune(heads[r.IntN(len(heads))]), after: "\n\n"}
		t.sentences = append([]sentence{head}, t.sentences...)
		for i := range t.sentences[1:] {
			if r.IntN(3) == 0 {
				t.sentences[i+1] = reword(t.sentences[i+1], p.arabic)
			}
		}
		// One sentence in the middle that marks nothing may be left out.
		for i := 2; i < len(t.sentences)-1; i++ {
			if s := t.sentences[i]; len(s.claims) == 0 && len(s.spans) == 0 && r.IntN(2) == 0 {
				t.sentences = append(t.sentences[:i], t.sentences[i+1:]...)
				break
			}
		}
	}
	return t
}

var synonyms = map[bool][][2]string{
	false: {{" armed men ", " gunmen "}, {" said ", " stated "}, {" near ", " close to "}, {" house ", " home "}, {" men ", " males "}, {" was seen ", " was observed "}},
	true:  {{" مسلحون ", " مسلحين "}, {" قرب ", " بالقرب من "}, {" قال ", " ذكر "}, {" دار ", " بيت "}, {" رجال ", " اشخاص "}, {" شارك ", " ساهم "}},
}

// reword replaces one common word outside every marked span.
func reword(s sentence, inArabic bool) sentence {
	text := string(s.text)
	for _, pair := range synonyms[inArabic] {
		at := strings.Index(text, pair[0])
		if at < 0 {
			continue
		}
		start := len([]rune(text[:at]))
		end := start + len([]rune(pair[0]))
		touched := false
		for _, sp := range s.spans {
			if sp.start < end && start < sp.end {
				touched = true
			}
		}
		if touched {
			continue
		}
		move := len([]rune(pair[1])) - len([]rune(pair[0]))
		out := s
		out.text = []rune(strings.Replace(text, pair[0], pair[1], 1))
		out.spans = append([]span(nil), s.spans...)
		for i := range out.spans {
			if out.spans[i].start >= end {
				out.spans[i].start += move
				out.spans[i].end += move
			}
		}
		return out
	}
	return s
}
