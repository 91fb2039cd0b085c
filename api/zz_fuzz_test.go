package api
import ("testing";"log/slog";"bytes";"os";"zayavka/store")
func FuzzDoc(f *testing.F){
 for _,q:=range []string{`query A($a:[ID!]!=[1],$b:Int=null){me@include(if:true){id ...F} a:allTasks(statuses:[READY],category:$c){id customer{tasks{id}}}} fragment F on UserType{email}`,`mutation{createTask(taskData:{id:null,description:"""x""",customerPhone:"\u0041"}){task{id}}}`,`{__schema{types{name ofType{name}}}}`,`subscription{x}`,`{... on Query{me{id}} ...{me{id}} ...@skip(if:false){me{id}}}`,`query($x:TaskInput){a(b:{c:[$x]})}`} { f.Add(q) }
 s,_:=store.Open(store.Options{URL:"sqlite:///tmp/api-scratch/fz.db"})
 var buf bytes.Buffer
 a,err:=New(Options{Store:s,Secret:[]byte("x"),AccessTTL:1e9,RefreshTTL:1e9,Logger:slog.New(slog.NewTextHandler(&buf,nil))}); if err!=nil{f.Fatal(err)}
 _ = os.Stderr
 f.Fuzz(func(t *testing.T,q string){ buf.Reset(); a.documents.get(q); if buf.Len()>0 { t.Fatal(buf.String()) } })
}
