//# allFunctionsCalledOnLoad
import{A as e,B as t,F as n,G as r,I as i,Lt as a,Pt as o,U as s,d as c,o as l,p as u,s as d}from"./index-ZUsEXP19.js";import{D as f,F as p,I as m,L as h,R as g,S as _,V as v}from"./shared-GoK3iQms.js";import{O as y,ct as b,d as x,dt as S,h as C,ht as w,j as T}from"./early-U_B3e4p6.js";import{i as E}from"./texts-rWTbZoQw.js";var D=T(`
  fragment PersonalFields on CustomerType {
    ...CustomerFields
    erasureTime
    consents {
      version
      link
      givenTime
      notedBy {
        __typename
        id
        name
      }
    }
  }
`,[y]),O=T(`
  query PersonalData($id: ID!) {
    customerById(id: $id) {
      ...PersonalFields
    }
    settings {
      consentVersion
      consentUrl
    }
    me {
      __typename
      id
      role
    }
  }
`,[D]),k=T(`
  mutation RequestErasure($id: ID!) {
    requestErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),A=T(`
  mutation CancelErasure($id: ID!) {
    cancelErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),j=T(`
  mutation EraseCustomer($id: ID!) {
    eraseCustomer(customerId: $id) {
      phone
    }
  }
`),M=T(`
  mutation NoteConsent($id: ID!, $version: String!) {
    noteConsent(customerId: $id, version: $version) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),N=T(`
  mutation ExportPersonalData($id: ID!, $format: PersonalDataFormat!, $language: LanguageEnum) {
    exportPersonalData(customerId: $id, format: $format, language: $language) {
      url
      name
    }
  }
`),P=s({ru:{title:`Персональные данные`,consents:`Согласия`,"consents.none":`Согласие не отмечено`,"consents.none.text":`У мастерской нет текста о персональных данных. Администратор может указать его в настройках.`,consent:`Версия {version}`,"consent.chat":`{day}, в чате`,"consent.counter":`{day}, у стойки`,"consent.counter.by":`{day}, у стойки, отметил сотрудник: {name}`,note:`Согласие получено у стойки`,"note.question":`Клиент согласен с текстом версии {version}?`,"note.text":`Сначала покажите ему текст.`,"note.open":`Открыть текст`,"note.yes":`Согласен`,noted:`Согласие отмечено`,export:`Всё, что хранится о клиенте`,"export.note":`Для самого клиента: карточка, заявки, сообщения, названия файлов. Заметок сотрудников и чужих данных там нет.`,"export.HTML":`Выгрузить данные страницей`,"export.JSON":`Выгрузить данные в JSON`,"export.started":`Файл скачивается`,erase:`Удалить данные`,"erase.note":`То же клиент может сделать сам, в чате командой /forget.`,"erase.question":`Удалить все данные: {name}?`,"erase.goes":`Исчезнут карточка, переписка, файлы, заметки, заявки без денег и их следы в поиске, истории и вебхуках.`,"erase.stays":`Останутся суммы и даты заявок с оплатой или согласованной ценой: вместо клиента там будет «Удалённый клиент».`,"erase.when":`Через 30 дней и не раньше, чем закроется последняя заявка. До этого можно передумать, и клиент тоже может.`,"erase.later":`Удалить через 30 дней`,"erase.now":`Удалить сразу`,"erase.now.question":`Удалить сразу: {name}?`,"erase.now.text":`Отменить это нельзя.`,"erase.open":`У клиента есть открытая заявка. Сначала закройте её.`,"erase.asked":`Данные удалятся {day}`,"erase.asked.note":`И не раньше, чем закроется последняя заявка.`,"erase.cancel":`Не удалять`,"erase.set":`Данные удалятся {day}`,"erase.taken":`Ничего не удаляем`,"erase.done":`Данные удалены`},en:{title:`Personal data`,consents:`Consents`,"consents.none":`No consent is noted`,"consents.none.text":`The shop has no text on personal data. An admin can set one in the settings.`,consent:`Version {version}`,"consent.chat":`{day}, in the chat`,"consent.counter":`{day}, at the counter`,"consent.counter.by":`{day}, at the counter, noted by {name}`,note:`Consent given at the counter`,"note.question":`Has the customer agreed to the text of version {version}?`,"note.text":`Show them the text first.`,"note.open":`Open the text`,"note.yes":`They have`,noted:`The consent is noted`,export:`All that is kept about the customer`,"export.note":`For the customer: card, requests, messages, files by name. Notes of staff and other people are not in it.`,"export.HTML":`Export as a page`,"export.JSON":`Export as JSON`,"export.started":`The file is being downloaded`,erase:`Erase the data`,"erase.note":`What the customer can ask for in the chat as well, by /forget.`,"erase.question":`Erase all data of {name}?`,"erase.goes":`Gone: the card, messages, files, notes, requests without money, and their traces in the search, history and webhooks.`,"erase.stays":`Stays: amounts and dates of requests with a payment or an agreed price, under “Deleted customer”.`,"erase.when":`In 30 days, and not before the last request is closed. Until then it can be taken back, by the customer too.`,"erase.later":`Erase in 30 days`,"erase.now":`Erase at once`,"erase.now.question":`Erase {name} at once?`,"erase.now.text":`This cannot be taken back.`,"erase.open":`A request of this customer is still open. Close it first.`,"erase.asked":`To be erased on {day}`,"erase.asked.note":`And not before the last request is closed.`,"erase.cancel":`Do not erase`,"erase.set":`The data will be erased on {day}`,"erase.taken":`Nothing is erased`,"erase.done":`The data are erased`}});function F({at:e}){let{data:t,problem:n,reload:r}=g(O,{id:e.id}),i=t?.customerById,o=n?.code===`NOT_FOUND`;return u(a,{children:[u(h,{title:P(`title`),subtitle:i&&!o?f(i):void 0,back:C(e)}),o?u(d,{text:E(`customer.notFound`)}):i?u(a,{children:[u(I,{customer:i,text:t.settings}),u(m,{title:P(`export`),note:P(`export.note`),children:[`HTML`,`JSON`].map(e=>u(`button`,{type:`button`,class:`row-button`,onClick:()=>void B(i,e),children:P(`export.${e}`)},e))}),u(L,{customer:i,administers:t.me?.role===`ADMIN`,at:e})]}):n?u(l,{problem:n,retry:r}):u(c,{rows:4})]})}function I({customer:t,text:n}){let{consentVersion:i,consentUrl:o}=n,s=t.consents.some(e=>e.version===i);async function c(n){await r.confirm({title:P(`note.question`,{version:n}),text:P(`note.text`),yes:P(`note.yes`),no:E(`action.cancel`)})&&await p(async()=>(await e(M,{id:t.id,version:n}),P(`noted`)))}return u(m,{title:P(`consents`),note:i?void 0:P(`consents.none.text`),children:[t.consents.length===0?u(`p`,{class:`row quiet`,children:P(`consents.none`)}):u(`dl`,{class:`facts`,children:t.consents.map(({version:e,link:t,givenTime:n,notedBy:r})=>u(`div`,{children:[u(`dt`,{children:u(`a`,{href:t,target:`_blank`,rel:`noopener noreferrer`,children:P(`consent`,{version:e})})}),u(`dd`,{children:r?r.name?P(`consent.counter.by`,{day:z(n),name:r.name}):P(`consent.counter`,{day:z(n)}):P(`consent.chat`,{day:z(n)})})]},e))}),i&&o&&!s&&u(a,{children:[u(`a`,{class:`row-button`,href:o,target:`_blank`,rel:`noopener noreferrer`,children:P(`note.open`)}),u(`button`,{type:`button`,class:`row-button`,onClick:()=>void c(i),children:P(`note`)})]})]})}function L({customer:t,administers:i,at:a}){let[s,c]=o(!1),{id:l,erasureTime:d}=t,h=()=>p(async()=>{let t=n((await e(k,{id:l})).requestErasure?.customer);return c(!1),P(`erase.set`,{day:z(t.erasureTime??``)})}),g=()=>p(async()=>(await e(A,{id:l}),P(`erase.taken`)));async function _(){c(!1),await r.confirm({title:P(`erase.now.question`,{name:f(t)}),text:P(`erase.now.text`),yes:P(`erase.now`),no:E(`action.cancel`)})&&await p(async()=>(await e(j,{id:l}),x({screen:`customers`,search:a.search,contact:a.contact}),P(`erase.done`)),R)}return d?u(m,{note:P(`erase.asked.note`),children:[u(`p`,{class:`row`,children:P(`erase.asked`,{day:z(d)})}),u(`button`,{type:`button`,class:`row-button`,onClick:()=>void g(),children:P(`erase.cancel`)}),i&&u(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void _(),children:P(`erase.now`)})]}):u(m,{note:P(`erase.note`),children:[u(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>c(!0),children:P(`erase`)}),s&&u(v,{title:P(`erase.question`,{name:f(t)}),onClose:()=>c(!1),children:[u(`ul`,{class:`consequences`,children:[`erase.goes`,`erase.stays`,`erase.when`].map(e=>u(`li`,{children:P(e)},e))}),u(`div`,{class:`panel-buttons`,children:[u(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void h(),children:P(`erase.later`)}),i&&u(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void _(),children:P(`erase.now`)})]})]})]})}function R(e){return e.code===`CONFLICT`?P(`erase.open`):i(e)}function z(e){return _(b(e,w.value.timezone)??``,S(w.value.timezone),t.value)}async function B({id:i},a){await p(async()=>{let o={id:i,format:a,language:t.value===`en`?`EN`:`RU`},{url:s,name:c}=n((await e(N,o)).exportPersonalData);return r.download(s,c),P(`export.started`)})}export{F as CustomerDataScreen};