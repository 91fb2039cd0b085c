//# allFunctionsCalledOnLoad
import{at as e,ft as t,ot as n,st as r}from"./shared-Kb8t2kc-.js";import{G as i,K as a,L as o,Z as s,a as c,c as l,et as u,it as d,rt as f}from"./index-CZU3rO_j.js";var p=c(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=c(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=u({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:t,...s}){let c=`XLSX`,{busy:u,problem:p,submit:m}=r(async()=>{let{url:e,name:n}=i(await v(s,c));l.download(e,n),o(h(`started`)),t()});return d(n,{title:h(`title`),onClose:t,children:[d(`p`,{children:h(s.of)}),d(`div`,{class:`panel-buttons`,"aria-busy":u,children:g.map(({format:e,key:t})=>d(`button`,{type:`button`,class:`row-button`,disabled:u,onClick:()=>{c=e,m()},children:[d(f,{name:`download`}),h(t)]},e))}),d(e,{text:p?a(p):void 0}),d(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(e,n){let r={format:n,language:s.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await t(p,{...r,filter:e.filter})).exportTasks:(await t(m,{...r,filter:e.filter})).exportCustomers}export{_ as ExportDialog};