package extract

import "testing"

func TestPartsToldByCourts(t *testing.T) {
	expect(t, []told{
		{"Burhan Latif was charged on 9 January 2016 with driving the car used in the bombing at Rawa.", []string{"participant=Burhan Latif event=bombing role=suspect"}, nil},
		{"The court sentenced Burhan Latif to death for parking the car that was used in the bombing at Rawa on 3 May 2015.", []string{"participant=Burhan Latif event=bombing role=perpetrator"}, nil},
		{"Burhan Latif was sentenced to ten years, his lawyer said after the bombing at Rawa on 3 May 2015.", []string{"Event subtype=bombing"}, []string{"participant=Burhan Latif event=bombing"}},
		{"قررت المحكمة الحكم على برهان لطيف بالسجن المؤبد عن جريمة تفجير سوق راوة.", []string{"participant=برهان لطيف event=bombing role=perpetrator"}, nil},
		{"Judge Faris Hamid sentenced Burhan Latif to ten years.", []string{"Sentence subject=Burhan Latif value=10 years"}, []string{"subject=Faris"}},
		{"حكمت المحكمة على برهان لطيف بعشر سنوات.", []string{"Sentence subject=برهان لطيف value=10 years"}, nil},
		{"On the appeal of Burhan Latif against the sentence of death of 4 May 2015: the sentence is reduced to life imprisonment.", []string{"Sentence subject=Burhan Latif value=death", "Sentence subject=Burhan Latif value=life"}, []string{"Event"}},
	})
}

func TestPartsToldOverSentences(t *testing.T) {
	const bomb = "A car bomb exploded in Rawa on 3 May 2015. "
	expect(t, []told{
		{bomb + "The vehicle was driven from Hit by Burhan Latif.", []string{"participant=Burhan Latif event=bombing role=perpetrator"}, nil},
		{bomb + "It was prepared on the order of Burhan Latif.", []string{"participant=Burhan Latif event=bombing role=perpetrator"}, nil},
		{bomb + "It is possible that Burhan Latif chose the place.", []string{"participant=Burhan Latif/uncertain event=bombing/uncertain role=perpetrator/uncertain"}, nil},
		{bomb + "Three policemen were killed, among them Burhan Latif.", []string{"participant=Burhan Latif event=bombing role=victim"}, nil},
		{bomb + "Did Burhan Latif take part in the bombing?", nil, []string{"participant=Burhan Latif"}},
		{bomb + "Burhan Latif, killed in the blast, left two sons.", []string{"participant=Burhan Latif event=bombing role=victim"}, []string{"role=perpetrator"}},
		{"قتل رجال في مجزرة راوة يوم 3 أيار 2015. وكان برهان لطيف يعطي الأوامر.", []string{"participant=برهان لطيف event=massacre role=perpetrator"}, nil},
		{"قتل رجال في مجزرة راوة يوم 3 أيار 2015. هل شارك برهان لطيف في المجزرة؟", nil, []string{"participant=برهان لطيف"}},
		{"Men were killed in the massacre at Rawa. All survivors name Burhan Latif as the one in charge.", []string{"participant=Burhan Latif event=massacre role=perpetrator"}, []string{"role=witness"}},
	})
}

func TestTheFirstPersonIsTheSpeaker(t *testing.T) {
	expect(t, []told{
		{"أنا برهان لطيف من راوة. اعتقلت في 21 أيار 2015 في السيطرة.", []string{"Detention subject=برهان لطيف date=2015-05-21"}, nil},
		{"برهان لطيف من راوة. اعتقلت في 21 أيار 2015 في السيطرة.", nil, []string{"Detention"}},
		{"My name is Burhan Latif. I was arrested on 21 May 2015 in Rawa.", []string{"Detention subject=Burhan Latif date=2015-05-21"}, nil},
	})
}
