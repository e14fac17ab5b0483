package intake
import ("testing";"os";"fmt")
func TestZZ(t *testing.T){ b,_:=os.ReadFile("/tmp/pdft/a.pdf"); fmt.Println(pdfText(b)) }
