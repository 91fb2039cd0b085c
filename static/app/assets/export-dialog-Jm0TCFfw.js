//# allFunctionsCalledOnLoad
import{A as e,Dt as t,I as n,L as r,dt as i,et as a,ft as o,gt as s,sn as c,yt as l}from"./index-DvN7nwHC.js";import{dt as u,ft as d,pt as f}from"./shared-CdQMipXk.js";var p=c(`
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
`),h=l({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:a,...s}){let c=`XLSX`,{busy:l,problem:p,submit:m}=f(async()=>{let{url:n,name:r}=i(await v(s,c));t.download(n,r),e(h(`started`)),a()});return r(d,{title:h(`title`),onClose:a,children:[r(`p`,{children:h(s.of)}),r(`div`,{class:`panel-buttons`,"aria-busy":l,children:g.map(({format:e,key:t})=>r(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{c=e,m()},children:[r(n,{name:`download`}),h(t)]},e))}),r(u,{text:p?o(p):void 0}),r(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(e,t){let n={format:t,language:s.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await a(p,{...n,filter:e.filter})).exportTasks:(await a(m,{...n,filter:e.filter})).exportCustomers}export{_ as ExportDialog};