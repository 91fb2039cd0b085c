//# allFunctionsCalledOnLoad
import{A as e,At as t,B as n,F as r,Ft as i,G as a,H as o,I as s,Mt as c,Rt as l,U as u,d,f,o as p,p as m}from"./index-BqA3KXjy.js";import{F as h,I as g,L as _,P as v}from"./shared-cw5UTb1X.js";import{F as y,N as b,P as x,mt as S,pt as C}from"./common-EIzezjss.js";import{j as w,q as T}from"./early-BGkunzRF.js";import{i as E}from"./texts-CPyLHqUw.js";var D=w(`
  fragment ImportFields on ImportType {
    __typename
    id
    fileId
    fileName
    state
    fault
    rows
    done
    newRows
    knownRows
    changedRows
    sameRows
    refusedRows
    refused {
      sheet
      line
      reason(language: $language)
    }
    unknownStatuses
    statuses {
      word
      status
    }
    columns {
      sheet
      column
      field
    }
    sheets {
      name
      tasks
      skipped
      withoutStatus
      columns {
        column
        heading
        example
        field
      }
    }
  }
`),O=w(`
  query DataImport($language: LanguageEnum) {
    dataImport {
      ...ImportFields
    }
  }
`,[D]),k=w(`
  mutation CheckImport($fileId: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
    checkImport(fileId: $fileId, columns: $columns, statuses: $statuses) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),A=w(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),j=w(`
  mutation StopImport($id: ID!) {
    stopImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),M=w(`
  mutation ExportRefusedRows($id: ID!, $language: LanguageEnum) {
    exportRefusedRows(id: $id, language: $language) {
      url
      name
    }
  }
`),N=u({ru:{lead:`Клиенты и заявки из таблицы, другой программы или контактов телефона. Сначала видно, что станет с каждой строкой. Пока вы не нажмёте «Перенести», ничего не изменится.`,choose:`Выбрать файл`,another:`Выбрать другой файл`,formats:`CSV, XLSX или vCard, до 20 МБ`,sending:`Файл отправляется: {part} %`,CHECKING:`Строки просматриваются: {done}`,RUNNING:`Строки переносятся: {done} из {rows}`,CHECKED:`Что станет со строками`,DONE:`Строки перенесены`,STOPPED:`Остановлено. Что перенесено, остаётся`,INTERRUPTED:`Перенос прервался. Что перенесено, остаётся`,FAILED:`Файл не перенесён`,EMPTY:`Файл пуст.`,OLD_EXCEL:`Это таблица старого Excel. Откройте её и сохраните как XLSX.`,UNKNOWN:`Это не CSV, не XLSX и не vCard. Откройте файл в таблицах и сохраните как XLSX.`,DAMAGED:`Файл повреждён. Откройте его в таблицах и сохраните заново.`,GONE:`Файл хранится сутки, и они прошли. Выберите его ещё раз.`,INTERNAL:`Не получилось. Повторите через минуту.`,rows:`Всего строк`,new:`Новые, и клиент новый`,known:`Новые, клиент уже есть`,changed:`Дополнят то, что есть`,same:`Уже есть`,refused:`Не подошли`,why:`Первые строки, которые не подошли`,line:`Строка {line}`,"line.sheet":`{sheet}, строка {line}`,download:`Скачать строки, которые не подошли`,"download.note":`Исправьте строки в этом файле и загрузите его снова.`,started:`Файл скачивается`,open:`Столбца со статусом нет: все заявки будут открытыми`,close:`Закрыть все`,closed:`Все заявки без статуса будут закрыты`,leave:`Оставить открытыми`,statuses:`Что значат эти статусы`,notTaken:`Не переносится`,noPhones:`Столбец с телефонами не найден. Укажите его ниже.`,tasks:`Заявки`,customers:`Клиенты`,"sheet.tasks":`{sheet}: заявки`,"sheet.customers":`{sheet}: клиенты`,"sheet.skipped":`{sheet}: не переносится, нет телефонов`,column:`Столбец {letter}`,example:`Например: {example}`,run:`Перенести`,again:`Повторить`,check:`Проверить ещё раз`,stop:`Остановить`,quiet:`Клиентам ничего не придёт.`,busy:`Уже идёт другой перенос. Дождитесь его конца.`,tooLarge:`Файл больше 20 МБ. Разделите его.`,"field.PHONE":`Телефон`,"field.OTHER_PHONES":`Ещё телефоны`,"field.NAME":`Имя и фамилия`,"field.FIRST_NAME":`Имя`,"field.MIDDLE_NAME":`Отчество`,"field.LAST_NAME":`Фамилия`,"field.EMAIL":`Почта`,"field.COMPANY":`Организация`,"field.ADDRESS":`Адрес`,"field.CUSTOMER_NOTE":`Заметка о клиенте`,"field.KNOWN_SINCE":`Клиент с`,"field.LANGUAGE":`Язык`,"field.NUMBER":`Номер в прежней программе`,"field.CREATED":`Принята`,"field.READY":`Готова`,"field.CLOSED":`Закрыта`,"field.PROMISED":`Срок`,"field.WARRANTY":`Гарантия до`,"field.STATUS":`Статус`,"field.STAGE":`Этап`,"field.CATEGORY":`Категория`,"field.SHOP_CATEGORY":`Своя категория`,"field.DESCRIPTION":`Описание`,"field.ITEM":`Вещь`,"field.MAKER":`Производитель`,"field.MODEL":`Модель`,"field.SERIAL":`Серийный номер`,"field.CONDITION":`Состояние`,"field.INCLUDES":`В комплекте`,"field.PRICE":`Цена`,"field.PAID":`Оплачено`,"field.EMPLOYEE":`Мастер`,"field.NOTE":`Заметка к заявке`},en:{lead:`Customers and tasks from a spreadsheet, another program or a phone’s contacts. First you see what would become of each row. Nothing is changed until you press “Import”.`,choose:`Choose a file`,another:`Choose another file`,formats:`CSV, XLSX or vCard, up to 20 MB`,sending:`The file is being sent: {part} %`,CHECKING:`The rows are being looked at: {done}`,RUNNING:`Rows are being taken in: {done} of {rows}`,CHECKED:`What would become of the rows`,DONE:`The rows are taken in`,STOPPED:`Stopped. What was taken in stays`,INTERRUPTED:`The import was interrupted. What was taken in stays`,FAILED:`The file was not taken in`,EMPTY:`The file is empty.`,OLD_EXCEL:`This is a table of an old Excel. Open it and save it as XLSX.`,UNKNOWN:`This is neither CSV nor XLSX nor vCard. Open it in a spreadsheet and save it as XLSX.`,DAMAGED:`The file is damaged. Open it in a spreadsheet and save it anew.`,GONE:`The file is kept for a day, and that is over. Choose it again.`,INTERNAL:`This did not work. Try again in a minute.`,rows:`Rows in all`,new:`New, with a new customer`,known:`New, of a customer who is here`,changed:`Say something new`,same:`Here already`,refused:`Not taken`,why:`First rows that are not taken`,line:`Line {line}`,"line.sheet":`{sheet}, line {line}`,download:`Download the rows that are not taken`,"download.note":`Correct them there and import that file.`,started:`The file is being downloaded`,open:`There is no column with statuses: all tasks will be open`,close:`Close all`,closed:`All tasks without a status will be closed`,leave:`Leave them open`,statuses:`What do these statuses mean`,notTaken:`Not taken`,noPhones:`No column has phones. Choose which one has, below.`,tasks:`Tasks`,customers:`Customers`,"sheet.tasks":`{sheet}: tasks`,"sheet.customers":`{sheet}: customers`,"sheet.skipped":`{sheet}: left out, no phones`,column:`Column {letter}`,example:`For example: {example}`,run:`Import`,again:`Go on`,check:`Look again`,stop:`Stop`,quiet:`Nobody will be notified.`,busy:`Another import is at work. Wait for its end.`,tooLarge:`The file is larger than 20 MB. Split it.`,"field.PHONE":`Phone`,"field.OTHER_PHONES":`Further phones`,"field.NAME":`Name`,"field.FIRST_NAME":`First name`,"field.MIDDLE_NAME":`Middle name`,"field.LAST_NAME":`Last name`,"field.EMAIL":`Email`,"field.COMPANY":`Company`,"field.ADDRESS":`Address`,"field.CUSTOMER_NOTE":`Note on the customer`,"field.KNOWN_SINCE":`Customer since`,"field.LANGUAGE":`Language`,"field.NUMBER":`Number there`,"field.CREATED":`Taken in`,"field.READY":`Ready`,"field.CLOSED":`Closed`,"field.PROMISED":`Promised`,"field.WARRANTY":`Warranty until`,"field.STATUS":`Status`,"field.STAGE":`Stage`,"field.CATEGORY":`Category`,"field.SHOP_CATEGORY":`Own category`,"field.DESCRIPTION":`Description`,"field.ITEM":`Item`,"field.MAKER":`Maker`,"field.MODEL":`Model`,"field.SERIAL":`Serial number`,"field.CONDITION":`Condition`,"field.INCLUDES":`Came with`,"field.PRICE":`Price`,"field.PAID":`Paid`,"field.EMPLOYEE":`Employee`,"field.NOTE":`Note on the task`}}),P=`PHONE.OTHER_PHONES.NAME.FIRST_NAME.MIDDLE_NAME.LAST_NAME.EMAIL.COMPANY.ADDRESS.CUSTOMER_NOTE.KNOWN_SINCE.LANGUAGE.NUMBER.CREATED.READY.CLOSED.PROMISED.WARRANTY.STATUS.STAGE.CATEGORY.SHOP_CATEGORY.DESCRIPTION.ITEM.MAKER.MODEL.SERIAL.CONDITION.INCLUDES.PRICE.PAID.EMPLOYEE.NOTE`.split(`.`);function F({row:e,choose:t}){let n=[...new Set([...e.statuses.map(({word:e})=>e),...e.unknownStatuses])].filter(e=>e!==``),r=t=>e.statuses.filter(e=>e.word!==t),i=(e,n)=>t({statuses:n?[...r(e),{word:e,status:n}]:r(e)}),a=e.statuses.some(({word:e})=>e===``);return m(l,{children:[e.sheets.some(({withoutStatus:e})=>e)&&m(h,{children:[m(`p`,{class:`row`,children:N(a?`closed`:`open`)}),m(`button`,{type:`button`,class:`row-button`,onClick:()=>i(``,a?``:`CLOSED`),children:N(a?`leave`:`close`)})]}),n.length>0&&m(h,{title:N(`statuses`),children:n.map(t=>m(L,{title:t,value:e.statuses.find(e=>e.word===t)?.status??``,options:T.map(e=>[e,o(`status.${e}`)]),onChange:e=>i(t,e)},t))})]})}function I({row:e,choose:t}){let n=(n,r,i)=>t({columns:[...e.columns.filter(e=>e.sheet!==n||e.column!==r),{sheet:n,column:r,field:i||null}]});return m(l,{children:e.sheets.map(({name:e,tasks:t,skipped:r,columns:i})=>m(h,{title:e?N(r?`sheet.skipped`:t?`sheet.tasks`:`sheet.customers`,{sheet:e}):N(t?`tasks`:`customers`),children:i.map(({column:t,heading:r,example:i,field:a})=>m(L,{title:r||N(`column`,{letter:t}),facts:i&&N(`example`,{example:i}),value:a??``,options:P.map(e=>[e,N(`field.${e}`)]),onChange:r=>n(e,t,r)},t))},e))})}function L({title:e,facts:t,value:n,options:r,onChange:i}){let a=c();return m(`div`,{class:`moving-column`,children:[m(`label`,{for:a,children:e}),m(`select`,{id:a,value:n,onChange:({currentTarget:e})=>i(e.value),children:[m(`option`,{value:``,children:N(`notTaken`)}),r.map(([e,t])=>m(`option`,{value:e,children:t},e))]}),t&&m(`span`,{class:`row-facts`,children:t})]})}var R=()=>n.value===`en`?`EN`:`RU`,z=1e3;function B(){let{data:e,problem:n,reload:r}=_(O,{language:R()}),i=e?.dataImport,a=i?.state===`CHECKING`||i?.state===`RUNNING`;return t(()=>{if(!a)return;let e=setInterval(r,z);return()=>clearInterval(e)},[a,r]),m(l,{children:[m(g,{title:E(`more.moving`),back:{screen:`more`}}),e?m(l,{children:[!i&&m(`p`,{class:`lead`,children:N(`lead`)}),i&&m(U,{row:i,reload:r}),!a&&m(H,{before:i??null,reload:r})]}):n?m(p,{problem:n,retry:r}):m(d,{rows:3})]})}function V(e){return e.field===`size`?N(`tooLarge`):e.code===`CONFLICT`&&e.field!==`file`?N(`busy`):s(e)}function H({before:n,reload:r}){let[a,o]=i(null),[s,c]=i(0),[l,u]=i(!1),{busy:d,problem:p,submit:g}=S(async()=>{let t=await y(a,c,new AbortController().signal);try{await e(k,{fileId:t})}catch(e){throw b(t),e}r()});return t(()=>{a&&g().then(()=>o(null))},[a]),m(h,{note:N(`formats`),children:[m(`label`,{class:`row-button`,"aria-busy":d,children:[m(`input`,{class:`visually-hidden`,type:`file`,accept:`.csv,.txt,.xlsx,.vcf`,disabled:d,onChange:({currentTarget:e})=>{let t=e.files?.[0];e.value=``,t&&(u(t.size>x),t.size<=20971520&&o(t))}}),m(f,{name:`download`}),m(`span`,{children:d?N(`sending`,{part:Math.round(s*100)}):N(n?`another`:`choose`)})]}),m(C,{text:l?N(`tooLarge`):p?V(p):void 0})]})}function U({row:t,reload:n}){let[r,a]=i(null),[o,s]=i(!1),c=r?.id===t.id&&(o||t.state===`CHECKING`),u=c?r:t,{busy:d,problem:f,submit:p}=S(async()=>{await e(A,{id:u.id}),n()}),g=S(()=>_({columns:u.columns,statuses:u.statuses}));async function _(t){await e(k,{fileId:u.fileId,...t}),n()}let v=e=>void x({columns:u.columns,statuses:u.statuses,...e}),[y,b]=i(null);async function x(e){b(null),a(W(u,e)),s(!0),await _(e).catch(b),s(!1)}let{state:w}=u;if(w===`CHECKING`||w===`RUNNING`)return m(G,{row:u,reload:n});let T=w===`CHECKED`&&u.sheets.every(({skipped:e})=>e),D=w===`CHECKED`,O=u.rows>0&&w!==`DONE`,j=f??g.problem??y;return m(l,{children:[m(h,{title:u.fileName??E(`more.moving`),note:D&&O?N(`quiet`):void 0,children:[m(`p`,{class:`row`,role:`status`,children:[c?N(`CHECKING`,{done:t.done}):N(T?`noPhones`:w),w===`FAILED`&&u.fault&&` — ${N(u.fault)}`]}),(D||u.done>0)&&!T&&m(K,{row:u}),O&&m(`button`,{type:`button`,class:`row-button`,disabled:d||c,onClick:()=>void p(),children:N(D?`run`:`again`)}),!D&&u.rows===0&&u.fault!==`GONE`&&m(`button`,{type:`button`,class:`row-button`,disabled:g.busy,onClick:()=>void g.submit(),children:N(`check`)}),m(C,{text:j?V(j):void 0})]}),m(q,{row:u}),D&&m(F,{row:u,choose:v}),D&&m(I,{row:u,choose:v})]})}function W(e,t){let n=(e,n)=>t.columns.find(t=>t.sheet===e&&t.column===n),r=e.sheets.map(e=>({...e,columns:e.columns.map(t=>({...t,...n(e.name,t.column)}))}));return{...e,...t,sheets:r}}function G({row:t,reload:n}){let{rows:r,done:i}=t;async function a(){await v(async()=>(await e(j,{id:t.id}),N(`STOPPED`))),n()}return m(h,{title:t.fileName??E(`more.moving`),children:[m(`div`,{class:`moving-progress`,children:[m(`p`,{role:`status`,children:N(t.state,{done:i,rows:r})}),t.state===`RUNNING`&&m(`progress`,{max:r,value:i,"aria-label":E(`more.moving`)})]}),m(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void a(),children:N(`stop`)})]})}function K({row:e}){let t={new:e.newRows,known:e.knownRows,changed:e.changedRows,same:e.sameRows,refused:e.refusedRows};return m(`dl`,{class:`facts`,children:[m(`div`,{children:[m(`dt`,{children:N(`rows`)}),m(`dd`,{children:e.done})]}),Object.keys(t).filter(e=>t[e]>0).map(e=>m(`div`,{children:[m(`dt`,{children:N(e)}),m(`dd`,{children:t[e]})]},e))]})}function q({row:e}){return e.refusedRows===0?null:m(h,{title:N(`why`),note:N(`download.note`),children:[m(`dl`,{class:`facts`,children:e.refused.map(({sheet:e,line:t,reason:n})=>m(`div`,{children:[m(`dt`,{children:e?N(`line.sheet`,{sheet:e,line:t}):N(`line`,{line:t})}),m(`dd`,{children:n})]},`${e} ${t}`))}),m(`button`,{type:`button`,class:`row-button`,onClick:()=>void J(e.id),children:[m(f,{name:`download`}),m(`span`,{children:N(`download`)})]})]})}async function J(t){await v(async()=>{let{url:n,name:i}=r((await e(M,{id:t,language:R()})).exportRefusedRows);return a.download(n,i),N(`started`)})}export{B as MovingScreen};