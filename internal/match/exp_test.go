package match
import ("testing";"encoding/csv";"os";"fmt";sanad "github.com/sanad-workbench/sanad")
func TestExp(t *testing.T){
 f,_:=os.Open("/work/shared/bench/records/er_dev.csv"); rows,_:=csv.NewReader(f).ReadAll(); rows=rows[1:]
 opt := func(s string) []string { if s == "" { return nil }; return []string{s} }
 cal:=func(x *Index, tr func(int) string){ var n,y [10]int; x.update(); for _,e:=range x.edges { b:=min(int(e.p*10),9); n[b]++; if tr(int(e.a))==tr(int(e.b)) {y[b]++} }
  for b:=range n { fmt.Printf(" %d:%.2f(%d)",b,float64(y[b])/float64(max(1,n[b])),n[b]) }; fmt.Println() 
  qs:=x.Questions(nil,0); fmt.Println(oracle(x,qs,tr)) }
 for _,bare:=range []bool{false,true} {
 x:=NewIndex()
 for _,r:=range rows { p:=Person{ID: sanad.ID(r[0]), Report: sanad.ID("r" + r[0]), Names: []string{r[2]}}; if !bare { p.Birth=opt(r[3]); p.BirthPlace=opt(r[4]); p.Father=opt(r[5])}; x.Add(p) }
 cal(x,func(i int) string{return rows[i][7]}) }
 people,truth:=invented(6000,900,7)
 y:=NewIndex(); for _,p:=range people { y.Add(p) }
 cal(y,func(i int) string{return fmt.Sprint(truth[i])})
}
