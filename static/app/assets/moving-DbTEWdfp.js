//# allFunctionsCalledOnLoad
import{A as e,B as t,F as n,G as r,H as i,I as a,Lt as o,Pt as s,U as c,d as l,f as u,jt as d,kt as f,o as p,p as m}from"./index-ZUsEXP19.js";import{F as h,I as g,L as _,R as v}from"./shared-GoK3iQms.js";import{E as y,F as b,I as x,L as S,gt as C,ht as w}from"./common-DBZvb-18.js";import{j as T,q as E}from"./early-U_B3e4p6.js";import{i as D}from"./texts-rWTbZoQw.js";var O=T(`
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
    agreed {
      rows
      total
      highest
      sheet
      line
    }
    paid {
      rows
      total
      highest
      sheet
      line
    }
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
        amount
        field
      }
    }
  }
`),k=T(`
  query DataImport($language: LanguageEnum) {
    dataImport {
      ...ImportFields
    }
  }
`,[O]),A=T(`
  mutation CheckImport($fileId: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
    checkImport(fileId: $fileId, columns: $columns, statuses: $statuses) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),j=T(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),M=T(`
  mutation StopImport($id: ID!) {
    stopImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),N=T(`
  mutation ExportRefusedRows($id: ID!, $language: LanguageEnum) {
    exportRefusedRows(id: $id, language: $language) {
      url
      name
    }
  }
`),P=c({ru:{lead:`Клиенты и заявки из таблицы, другой программы или контактов телефона. Сначала видно, что станет с каждой строкой. Пока вы не нажмёте «Перенести», ничего не изменится.`,choose:`Выбрать файл`,another:`Выбрать другой файл`,formats:`CSV, XLSX или vCard, до 20 МБ`,sending:`Файл отправляется: {part} %`,CHECKING:`Строки просматриваются: {done}`,RUNNING:`Строки переносятся: {done} из {rows}`,CHECKED:`Что станет со строками`,DONE:`Строки перенесены`,STOPPED:`Остановлено. Что перенесено, остаётся`,INTERRUPTED:`Перенос прервался. Что перенесено, остаётся`,FAILED:`Файл не перенесён`,EMPTY:`Файл пуст.`,OLD_EXCEL:`Это таблица старого Excel. Откройте её и сохраните как XLSX.`,UNKNOWN:`Это не CSV, не XLSX и не vCard. Откройте файл в таблицах и сохраните как XLSX.`,DAMAGED:`Файл повреждён. Откройте его в таблицах и сохраните заново.`,GONE:`Файл хранится сутки, и они прошли. Выберите его ещё раз.`,INTERNAL:`Не получилось. Повторите через минуту.`,rows:`Всего строк`,new:`Новые, и клиент новый`,known:`Новые, клиент уже есть`,changed:`Дополнят то, что есть`,same:`Уже есть`,refused:`Не подошли`,agreed:`Цены в строках`,paid:`Оплаты в строках`,sum:`{total}, строк: {rows}`,highest:`Самая большая сумма: {amount}, строка {line}`,"highest.sheet":`Самая большая сумма: {amount}, {sheet}, строка {line}`,why:`Первые строки, которые не подошли`,line:`Строка {line}`,"line.sheet":`{sheet}, строка {line}`,download:`Скачать строки, которые не подошли`,"download.note":`Исправьте строки в этом файле и загрузите его снова.`,started:`Файл скачивается`,open:`Столбца со статусом нет: все заявки будут открытыми`,close:`Закрыть все`,closed:`Все заявки без статуса будут закрыты`,leave:`Оставить открытыми`,statuses:`Что значат эти статусы`,notTaken:`Не переносится`,noPhones:`Столбец с телефонами не найден. Укажите его ниже.`,tasks:`Заявки`,customers:`Клиенты`,"sheet.tasks":`{sheet}: заявки`,"sheet.customers":`{sheet}: клиенты`,"sheet.skipped":`{sheet}: не переносится, нет телефонов`,column:`Столбец {letter}`,example:`Например: {example}`,"example.amount":`Например: {example}, понято как {amount}`,run:`Перенести`,again:`Повторить`,check:`Проверить ещё раз`,stop:`Остановить`,quiet:`Клиентам ничего не придёт.`,busy:`Уже идёт другой перенос. Дождитесь его конца.`,tooLarge:`Файл больше 20 МБ. Разделите его.`,"field.PHONE":`Телефон`,"field.OTHER_PHONES":`Ещё телефоны`,"field.NAME":`Имя и фамилия`,"field.FIRST_NAME":`Имя`,"field.MIDDLE_NAME":`Отчество`,"field.LAST_NAME":`Фамилия`,"field.EMAIL":`Почта`,"field.COMPANY":`Организация`,"field.ADDRESS":`Адрес`,"field.CUSTOMER_NOTE":`Заметка о клиенте`,"field.KNOWN_SINCE":`Клиент с`,"field.LANGUAGE":`Язык`,"field.NUMBER":`Номер в прежней программе`,"field.CREATED":`Принята`,"field.READY":`Готова`,"field.CLOSED":`Закрыта`,"field.PROMISED":`Срок`,"field.WARRANTY":`Гарантия до`,"field.STATUS":`Статус`,"field.STAGE":`Этап`,"field.CATEGORY":`Категория`,"field.SHOP_CATEGORY":`Своя категория`,"field.DESCRIPTION":`Описание`,"field.ITEM":`Вещь`,"field.MAKER":`Производитель`,"field.MODEL":`Модель`,"field.SERIAL":`Серийный номер`,"field.CONDITION":`Состояние`,"field.INCLUDES":`В комплекте`,"field.PRICE":`Цена`,"field.PAID":`Оплачено`,"field.EMPLOYEE":`Мастер`,"field.NOTE":`Заметка к заявке`},en:{lead:`Customers and tasks from a spreadsheet, another program or a phone’s contacts. First you see what would become of each row. Nothing is changed until you press “Import”.`,choose:`Choose a file`,another:`Choose another file`,formats:`CSV, XLSX or vCard, up to 20 MB`,sending:`The file is being sent: {part} %`,CHECKING:`The rows are being looked at: {done}`,RUNNING:`Rows are being taken in: {done} of {rows}`,CHECKED:`What would become of the rows`,DONE:`The rows are taken in`,STOPPED:`Stopped. What was taken in stays`,INTERRUPTED:`The import was interrupted. What was taken in stays`,FAILED:`The file was not taken in`,EMPTY:`The file is empty.`,OLD_EXCEL:`This is a table of an old Excel. Open it and save it as XLSX.`,UNKNOWN:`This is neither CSV nor XLSX nor vCard. Open it in a spreadsheet and save it as XLSX.`,DAMAGED:`The file is damaged. Open it in a spreadsheet and save it anew.`,GONE:`The file is kept for a day, and that is over. Choose it again.`,INTERNAL:`This did not work. Try again in a minute.`,rows:`Rows in all`,new:`New, with a new customer`,known:`New, of a customer who is here`,changed:`Say something new`,same:`Here already`,refused:`Not taken`,agreed:`Prices in the rows`,paid:`Payments in the rows`,sum:`{total}, rows: {rows}`,highest:`The highest: {amount}, line {line}`,"highest.sheet":`The highest: {amount}, {sheet}, line {line}`,why:`First rows that are not taken`,line:`Line {line}`,"line.sheet":`{sheet}, line {line}`,download:`Download the rows that are not taken`,"download.note":`Correct them there and import that file.`,started:`The file is being downloaded`,open:`There is no column with statuses: all tasks will be open`,close:`Close all`,closed:`All tasks without a status will be closed`,leave:`Leave them open`,statuses:`What do these statuses mean`,notTaken:`Not taken`,noPhones:`No column has phones. Choose which one has, below.`,tasks:`Tasks`,customers:`Customers`,"sheet.tasks":`{sheet}: tasks`,"sheet.customers":`{sheet}: customers`,"sheet.skipped":`{sheet}: left out, no phones`,column:`Column {letter}`,example:`For example: {example}`,"example.amount":`For example: {example}, which is read as {amount}`,run:`Import`,again:`Go on`,check:`Look again`,stop:`Stop`,quiet:`Nobody will be notified.`,busy:`Another import is at work. Wait for its end.`,tooLarge:`The file is larger than 20 MB. Split it.`,"field.PHONE":`Phone`,"field.OTHER_PHONES":`Further phones`,"field.NAME":`Name`,"field.FIRST_NAME":`First name`,"field.MIDDLE_NAME":`Middle name`,"field.LAST_NAME":`Last name`,"field.EMAIL":`Email`,"field.COMPANY":`Company`,"field.ADDRESS":`Address`,"field.CUSTOMER_NOTE":`Note on the customer`,"field.KNOWN_SINCE":`Customer since`,"field.LANGUAGE":`Language`,"field.NUMBER":`Number there`,"field.CREATED":`Taken in`,"field.READY":`Ready`,"field.CLOSED":`Closed`,"field.PROMISED":`Promised`,"field.WARRANTY":`Warranty until`,"field.STATUS":`Status`,"field.STAGE":`Stage`,"field.CATEGORY":`Category`,"field.SHOP_CATEGORY":`Own category`,"field.DESCRIPTION":`Description`,"field.ITEM":`Item`,"field.MAKER":`Maker`,"field.MODEL":`Model`,"field.SERIAL":`Serial number`,"field.CONDITION":`Condition`,"field.INCLUDES":`Came with`,"field.PRICE":`Price`,"field.PAID":`Paid`,"field.EMPLOYEE":`Employee`,"field.NOTE":`Note on the task`}}),F=`PHONE.OTHER_PHONES.NAME.FIRST_NAME.MIDDLE_NAME.LAST_NAME.EMAIL.COMPANY.ADDRESS.CUSTOMER_NOTE.KNOWN_SINCE.LANGUAGE.NUMBER.CREATED.READY.CLOSED.PROMISED.WARRANTY.STATUS.STAGE.CATEGORY.SHOP_CATEGORY.DESCRIPTION.ITEM.MAKER.MODEL.SERIAL.CONDITION.INCLUDES.PRICE.PAID.EMPLOYEE.NOTE`.split(`.`);function I({row:e,choose:t}){let n=[...new Set([...e.statuses.map(({word:e})=>e),...e.unknownStatuses])].filter(e=>e!==``),r=t=>e.statuses.filter(e=>e.word!==t),a=(e,n)=>t({statuses:n?[...r(e),{word:e,status:n}]:r(e)}),s=e.statuses.some(({word:e})=>e===``);return m(o,{children:[e.sheets.some(({withoutStatus:e})=>e)&&m(g,{children:[m(`p`,{class:`row`,children:P(s?`closed`:`open`)}),m(`button`,{type:`button`,class:`row-button`,onClick:()=>a(``,s?``:`CLOSED`),children:P(s?`leave`:`close`)})]}),n.length>0&&m(g,{title:P(`statuses`),children:n.map(t=>m(R,{title:t,value:e.statuses.find(e=>e.word===t)?.status??``,options:E.map(e=>[e,i(`status.${e}`)]),onChange:e=>a(t,e)},t))})]})}function L({row:e,choose:t}){let n=(n,r,i)=>t({columns:[...e.columns.filter(e=>e.sheet!==n||e.column!==r),{sheet:n,column:r,field:i||null}]});return m(o,{children:e.sheets.map(({name:e,tasks:t,skipped:r,columns:i})=>m(g,{title:e?P(r?`sheet.skipped`:t?`sheet.tasks`:`sheet.customers`,{sheet:e}):P(t?`tasks`:`customers`),children:i.map(({column:t,heading:r,example:i,amount:a,field:o})=>m(R,{title:r||P(`column`,{letter:t}),facts:i&&(a===null?P(`example`,{example:i}):P(`example.amount`,{example:i,amount:y(a)})),value:o??``,options:F.map(e=>[e,P(`field.${e}`)]),onChange:r=>n(e,t,r)},t))},e))})}function R({title:e,facts:t,value:n,options:r,onChange:i}){let a=d();return m(`div`,{class:`moving-column`,children:[m(`label`,{for:a,children:e}),m(`select`,{id:a,value:n,onChange:({currentTarget:e})=>i(e.value),children:[m(`option`,{value:``,children:P(`notTaken`)}),r.map(([e,t])=>m(`option`,{value:e,children:t},e))]}),t&&m(`span`,{class:`row-facts`,children:t})]})}var z=()=>t.value===`en`?`EN`:`RU`,B=1e3;function V(){let{data:e,problem:t,reload:n}=v(k,{language:z()}),r=e?.dataImport,i=r?.state===`CHECKING`||r?.state===`RUNNING`;return f(()=>{if(!i)return;let e=setInterval(n,B);return()=>clearInterval(e)},[i,n]),m(o,{children:[m(_,{title:D(`more.moving`),back:{screen:`more`}}),e?m(o,{children:[!r&&m(`p`,{class:`lead`,children:P(`lead`)}),r&&m(W,{row:r,reload:n}),!i&&m(U,{before:r??null,reload:n})]}):t?m(p,{problem:t,retry:n}):m(l,{rows:3})]})}function H(e){return e.field===`size`?P(`tooLarge`):e.code===`CONFLICT`&&e.field!==`file`?P(`busy`):a(e)}function U({before:t,reload:n}){let[r,i]=s(null),[a,o]=s(0),[c,l]=s(!1),{busy:d,problem:p,submit:h}=C(async()=>{let t=await S(r,o,new AbortController().signal);try{await e(A,{fileId:t})}catch(e){throw b(t),e}n()});return f(()=>{r&&h().then(()=>i(null))},[r]),m(g,{note:P(`formats`),children:[m(`label`,{class:`row-button`,"aria-busy":d,children:[m(`input`,{class:`visually-hidden`,type:`file`,accept:`.csv,.txt,.xlsx,.vcf`,disabled:d,onChange:({currentTarget:e})=>{let t=e.files?.[0];e.value=``,t&&(l(t.size>x),t.size<=20971520&&i(t))}}),m(u,{name:`download`}),m(`span`,{children:d?P(`sending`,{part:Math.round(a*100)}):P(t?`another`:`choose`)})]}),m(w,{text:c?P(`tooLarge`):p?H(p):void 0})]})}function W({row:t,reload:n}){let[r,i]=s(null),[a,c]=s(!1),l=r?.id===t.id&&(a||t.state===`CHECKING`),u=l?r:t,{busy:d,problem:f,submit:p}=C(async()=>{await e(j,{id:u.id}),n()}),h=C(()=>_({columns:u.columns,statuses:u.statuses}));async function _(t){await e(A,{fileId:u.fileId,...t}),n()}let v=e=>void x({columns:u.columns,statuses:u.statuses,...e}),[y,b]=s(null);async function x(e){b(null),i(G(u,e)),c(!0),await _(e).catch(b),c(!1)}let{state:S}=u;if(S===`CHECKING`||S===`RUNNING`)return m(K,{row:u,reload:n});let T=S===`CHECKED`&&u.sheets.every(({skipped:e})=>e),E=S===`CHECKED`,O=u.rows>0&&S!==`DONE`,k=f??h.problem??y;return m(o,{children:[m(g,{title:u.fileName??D(`more.moving`),note:E&&O?P(`quiet`):void 0,children:[m(`p`,{class:`row`,role:`status`,children:[l?P(`CHECKING`,{done:t.done}):P(T?`noPhones`:S),S===`FAILED`&&u.fault&&` — ${P(u.fault)}`]}),(E||u.done>0)&&!T&&m(q,{row:u}),O&&m(`button`,{type:`button`,class:`row-button`,disabled:d||l,onClick:()=>void p(),children:P(E?`run`:`again`)}),!E&&u.rows===0&&u.fault!==`GONE`&&m(`button`,{type:`button`,class:`row-button`,disabled:h.busy,onClick:()=>void h.submit(),children:P(`check`)}),m(w,{text:k?H(k):void 0})]}),m(Y,{row:u}),E&&m(I,{row:u,choose:v}),E&&m(L,{row:u,choose:v})]})}function G(e,t){let n=(e,n)=>t.columns.find(t=>t.sheet===e&&t.column===n),r=e.sheets.map(e=>({...e,columns:e.columns.map(t=>({...t,...n(e.name,t.column)}))}));return{...e,...t,sheets:r}}function K({row:t,reload:n}){let{rows:r,done:i}=t;async function a(){await h(async()=>(await e(M,{id:t.id}),P(`STOPPED`))),n()}return m(g,{title:t.fileName??D(`more.moving`),children:[m(`div`,{class:`moving-progress`,children:[m(`p`,{role:`status`,children:P(t.state,{done:i,rows:r})}),t.state===`RUNNING`&&m(`progress`,{max:r,value:i,"aria-label":D(`more.moving`)})]}),m(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void a(),children:P(`stop`)})]})}function q({row:e}){let t={new:e.newRows,known:e.knownRows,changed:e.changedRows,same:e.sameRows,refused:e.refusedRows};return m(`dl`,{class:`facts`,children:[m(`div`,{children:[m(`dt`,{children:P(`rows`)}),m(`dd`,{children:e.done})]}),Object.keys(t).filter(e=>t[e]>0).map(e=>m(`div`,{children:[m(`dt`,{children:P(e)}),m(`dd`,{children:t[e]})]},e)),m(J,{title:P(`agreed`),of:e.agreed}),m(J,{title:P(`paid`),of:e.paid})]})}function J({title:e,of:t}){if(!t)return null;let{rows:n,total:r,highest:i,sheet:a,line:o}=t;return m(`div`,{children:[m(`dt`,{children:e}),m(`dd`,{children:[P(`sum`,{total:y(r),rows:n}),m(`br`,{}),P(a?`highest.sheet`:`highest`,{amount:y(i),sheet:a,line:o})]})]})}function Y({row:e}){return e.refusedRows===0?null:m(g,{title:P(`why`),note:P(`download.note`),children:[m(`dl`,{class:`facts`,children:e.refused.map(({sheet:e,line:t,reason:n})=>m(`div`,{children:[m(`dt`,{children:e?P(`line.sheet`,{sheet:e,line:t}):P(`line`,{line:t})}),m(`dd`,{children:n})]},`${e} ${t}`))}),m(`button`,{type:`button`,class:`row-button`,onClick:()=>void X(e.id),children:[m(u,{name:`download`}),m(`span`,{children:P(`download`)})]})]})}async function X(t){await h(async()=>{let{url:i,name:a}=n((await e(N,{id:t,language:z()})).exportRefusedRows);return r.download(i,a),P(`started`)})}export{V as MovingScreen};