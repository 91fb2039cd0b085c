//# allFunctionsCalledOnLoad
import{A as e,B as t,F as n,G as r,I as i,U as a,f as o,p as s,r as c}from"./index-ZUsEXP19.js";import{j as l}from"./early-U_B3e4p6.js";import{gt as u,ht as d}from"./common-DBZvb-18.js";import{V as f}from"./shared-GoK3iQms.js";var p=l(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=l(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=a({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл скачивается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:e,...t}){let a=`XLSX`,{busy:l,problem:p,submit:m}=u(async()=>{let{url:i,name:o}=n(await v(t,a));r.download(i,o),c(h(`started`)),e()});return s(f,{title:h(`title`),onClose:e,children:[s(`p`,{children:h(t.of)}),s(`div`,{class:`panel-buttons`,"aria-busy":l,children:g.map(({format:e,key:t})=>s(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{a=e,m()},children:[s(o,{name:`download`}),h(t)]},e))}),s(d,{text:p?i(p):void 0}),s(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(n,r){let i={format:r,language:t.value===`en`?`EN`:`RU`};return n.of===`tasks`?(await e(p,{...i,filter:n.filter})).exportTasks:(await e(m,{...i,filter:n.filter})).exportCustomers}export{_ as ExportDialog};