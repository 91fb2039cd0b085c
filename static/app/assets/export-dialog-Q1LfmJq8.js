//# allFunctionsCalledOnLoad
import{at as e,ft as t,ot as n,st as r}from"./shared-0pA1pcTF.js";import{$ as i,G as a,L as o,X as s,a as c,c as l,nt as u,rt as d}from"./index-COo0Uw9U.js";var f=c`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,p=c`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,m=i({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:t,...i}){let s=`XLSX`,{busy:c,problem:f,submit:p}=r(async()=>{let{url:e,name:n}=await _(i,s);l.download(e,n),o(m(`started`)),t()});return d(n,{title:m(`title`),onClose:t,children:[d(`p`,{children:m(i.of)}),d(`div`,{class:`panel-buttons`,"aria-busy":c,children:h.map(({format:e,key:t})=>d(`button`,{type:`button`,class:`row-button`,disabled:c,onClick:()=>{s=e,p()},children:[d(u,{name:`download`}),m(t)]},e))}),d(e,{text:f?a(f):void 0}),d(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,n){let r={format:n,language:s.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await t(f,{...r,filter:e.filter})).exportTasks:(await t(p,{...r,filter:e.filter})).exportCustomers}export{g as ExportDialog};