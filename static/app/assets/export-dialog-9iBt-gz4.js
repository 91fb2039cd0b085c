//# allFunctionsCalledOnLoad
import{At as e,Gn as t,Gt as n,Ht as r,Jt as i,Vt as a,a as o,ft as s,pt as c,rn as l}from"./index-CPwyEEKP.js";import{mt as u,pt as d}from"./common-EXHAXk5l.js";import{R as f}from"./shared-DBdZxbvu.js";var p=t(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=t(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=i({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:e,...t}){let n=`XLSX`,{busy:i,problem:p,submit:m}=u(async()=>{let{url:r,name:i}=a(await v(t,n));l.download(r,i),o(h(`started`)),e()});return c(f,{title:h(`title`),onClose:e,children:[c(`p`,{children:h(t.of)}),c(`div`,{class:`panel-buttons`,"aria-busy":i,children:g.map(({format:e,key:t})=>c(`button`,{type:`button`,class:`row-button`,disabled:i,onClick:()=>{n=e,m()},children:[c(s,{name:`download`}),h(t)]},e))}),c(d,{text:p?r(p):void 0}),c(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(t,r){let i={format:r,language:n.value===`en`?`EN`:`RU`};return t.of===`tasks`?(await e(p,{...i,filter:t.filter})).exportTasks:(await e(m,{...i,filter:t.filter})).exportCustomers}export{_ as ExportDialog};