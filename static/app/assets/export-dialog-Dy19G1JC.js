import{t as e}from"./dialog-BixmQw-m.js";import{J as t,V as n,Y as r,Z as i,_ as a,at as o,ct as s,dt as c,ft as l,ot as u,v as d}from"./app-zFyvJBph.js";var f=r`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,p=r`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,m=s({ru:{title:`Выгрузить в файл`,tasks:`Заявки, которые список показывает с его фильтрами`,customers:`Клиенты, которых список показывает с его фильтрами`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`The tasks that the list shows with its filters`,customers:`The customers that the list shows with its filters`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:n,...r}){let s=`XLSX`,{busy:u,problem:f,submit:p}=a(async()=>{let{url:e,name:a}=await _(r,s);t.download(e,a),i(m(`started`)),n()});return l(e,{title:m(`title`),onClose:n,children:[l(`p`,{children:m(r.of)}),l(`div`,{class:`panel-buttons`,"aria-busy":u,children:h.map(({format:e,key:t})=>l(`button`,{type:`button`,class:`row-button`,disabled:u,onClick:()=>{s=e,p()},children:[l(c,{name:`download`}),m(t)]},e))}),l(d,{text:f?o(f):void 0}),l(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,t){let r={format:t,language:u.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await n(f,{...r,filter:e.filter})).exportTasks:(await n(p,{...r,filter:e.filter})).exportCustomers}export{g as ExportDialog};