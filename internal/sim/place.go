package sim

// Town is a real place of Iraq where part of the invented world happens.
type Town struct {
	En, Ar     string   // usual spelling in each script
	Alt        []string // other Latin spellings met in reports
	Province   int      // index into provinces
	Lat, Lon   float64  // degrees, WGS 84, to about a kilometre
	nisbaEn    string   // what its people are called, without the article; "" when not used
	nisbaAr    string   // the same with the article
	importance int      // how often things happen here
}

// Province is a governorate of Iraq.
type Province struct{ En, Ar string }

var provinces = []Province{
	{"Anbar", "الأنبار"}, {"Baghdad", "بغداد"}, {"Nineveh", "نينوى"}, {"Salah al-Din", "صلاح الدين"},
	{"Kirkuk", "كركوك"}, {"Diyala", "ديالى"}, {"Karbala", "كربلاء"}, {"Babil", "بابل"},
}

var towns = []Town{
	{"Hit", "هيت", []string{"Heet", "Hit"}, 0, 33.64, 42.83, "Hiti", "الهيتي", 9},
	{"Haditha", "حديثة", []string{"Hadithah", "Haditha"}, 0, 34.14, 42.38, "Hadithi", "الحديثي", 7},
	{"Ramadi", "الرمادي", []string{"Ar Ramadi", "Ramadi"}, 0, 33.43, 43.30, "Ramadi", "الرمادي", 8},
	{"Fallujah", "الفلوجة", []string{"Falluja", "Al-Fallujah"}, 0, 33.35, 43.78, "Falluji", "الفلوجي", 8},
	{"Anah", "عنه", []string{"Ana", "Anah"}, 0, 34.37, 41.99, "Ani", "العاني", 5},
	{"Al-Qaim", "القائم", []string{"Qaim", "al-Qa'im"}, 0, 34.37, 41.09, "Qaimi", "القائمي", 7},
	{"Rutba", "الرطبة", []string{"Ar Rutbah", "Rutbah"}, 0, 33.04, 40.28, "Rutbi", "الرطبي", 4},
	{"Kubaysa", "كبيسة", []string{"Kubaisa", "Kubaysah"}, 0, 33.58, 42.62, "Kubaisi", "الكبيسي", 3},
	{"Baghdadi", "البغدادي", []string{"Al-Baghdadi"}, 0, 33.85, 42.55, "", "", 2},
	{"Habbaniyah", "الحبانية", []string{"Habbaniya"}, 0, 33.37, 43.57, "", "", 3},
	{"Karma", "الكرمة", []string{"Al-Karmah", "Garma"}, 0, 33.40, 43.90, "Karmawi", "الكرماوي", 3},
	{"Abu Ghraib", "أبو غريب", []string{"Abu Ghurayb"}, 1, 33.31, 44.18, "", "", 2},
	{"Taji", "التاجي", []string{"At Taji"}, 1, 33.51, 44.27, "Taji", "التاجي", 2},
	{"Tal Afar", "تلعفر", []string{"Talafar", "Tall Afar"}, 2, 36.38, 42.45, "Talafari", "التلعفري", 3},
	{"Qayyarah", "القيارة", []string{"Qayyara", "Gayara"}, 2, 35.80, 43.29, "", "", 2},
	{"Samarra", "سامراء", []string{"Samarra'"}, 3, 34.20, 43.87, "Samarrai", "السامرائي", 3},
	{"Baiji", "بيجي", []string{"Bayji"}, 3, 34.93, 43.49, "", "", 2},
	{"Hawija", "الحويجة", []string{"Hawijah"}, 4, 35.32, 43.77, "Hawijawi", "الحويجاوي", 3},
	{"Baqubah", "بعقوبة", []string{"Baquba", "Ba'quba"}, 5, 33.75, 44.64, "Baqubi", "البعقوبي", 2},
	{"Khalis", "الخالص", []string{"Al-Khalis"}, 5, 33.81, 44.53, "Khalisi", "الخالصي", 2},
	{"Ain al-Tamr", "عين التمر", []string{"Ayn al-Tamur"}, 6, 32.57, 43.49, "", "", 1},
	{"Hillah", "الحلة", []string{"Hilla", "Al-Hillah"}, 7, 32.48, 44.43, "Hilli", "الحلي", 1},
}

// spots are kinds of ground near a town, so that a thing happens at a particular place.
var spots = []struct{ en, ar string }{
	{"the main market of %s", "سوق %s الكبير"},
	{"the bridge at %s", "جسر %s"},
	{"a checkpoint outside %s", "سيطرة قرب %s"},
	{"the orchards east of %s", "البساتين شرق %s"},
	{"the old quarry near %s", "المقلع القديم قرب %s"},
	{"the school in %s", "مدرسة %s"},
	{"the bus garage in %s", "كراج %s"},
	{"%s", "%s"}, {"%s", "%s"}, {"%s", "%s"}, {"%s", "%s"},
}

// tribe is an invented tribe with the name its men carry.
type tribe struct{ en, ar, nisbaEn, nisbaAr string }

var tribes = []tribe{
	{"Albu Sindyan", "البو سنديان", "Sindyani", "السندياني"},
	{"Albu Qandil", "البو قنديل", "Qandili", "القنديلي"},
	{"Albu Zaafaran", "البو زعفران", "Zaafarani", "الزعفراني"},
	{"Albu Nawras", "البو نورس", "Nawrasi", "النورسي"},
	{"Albu Safsaf", "البو صفصاف", "Safsafi", "الصفصافي"},
	{"Albu Yaqut", "البو ياقوت", "Yaquti", "الياقوتي"},
	{"Albu Zumurrud", "البو زمرد", "Zumurrudi", "الزمردي"},
	{"Albu Khuzam", "البو خزام", "Khuzami", "الخزامي"},
	{"Albu Rumman", "البو رمان", "Rummani", "الرماني"},
	{"Albu Kahraman", "البو كهرمان", "Kahramani", "الكهرماني"},
	{"Albu Sanawbar", "البو صنوبر", "Sanawbari", "الصنوبري"},
	{"Albu Ghaym", "البو غيم", "Ghaymi", "الغيمي"},
}
