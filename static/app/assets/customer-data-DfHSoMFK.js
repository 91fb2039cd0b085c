//# allFunctionsCalledOnLoad
import{$ as e,At as t,C as n,Ht as r,Kt as i,Q as a,Ut as o,Wn as s,Yt as c,an as l,ar as u,c as d,l as f,nr as p,nt as m,p as h,pt as g,qn as _,rt as v,y}from"./index-sL-bbROf.js";import{B as b,E as x,F as S,I as C,L as w,P as T}from"./shared-DnIUXHra.js";import{i as E}from"./texts-BhBk2X1t.js";var D=_(`
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
`,[s]),O=_(`
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
`,[D]),k=_(`
  mutation RequestErasure($id: ID!) {
    requestErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),A=_(`
  mutation CancelErasure($id: ID!) {
    cancelErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),j=_(`
  mutation EraseCustomer($id: ID!) {
    eraseCustomer(customerId: $id) {
      phone
    }
  }
`),M=_(`
  mutation NoteConsent($id: ID!, $version: String!) {
    noteConsent(customerId: $id, version: $version) {
      customer {
        ...PersonalFields
      }
    }
  }
`,[D]),N=_(`
  mutation ExportPersonalData($id: ID!, $format: PersonalDataFormat!, $language: LanguageEnum) {
    exportPersonalData(customerId: $id, format: $format, language: $language) {
      url
      name
    }
  }
`),P=c({ru:{title:`Персональные данные`,consents:`Согласия`,"consents.none":`Согласие не отмечено`,"consents.none.text":`У мастерской нет текста о персональных данных. Администратор может указать его в настройках.`,consent:`Версия {version}`,"consent.chat":`{day}, в чате`,"consent.counter":`{day}, у стойки`,"consent.counter.by":`{day}, у стойки, отметил сотрудник: {name}`,note:`Согласие получено у стойки`,"note.question":`Клиент согласен с текстом версии {version}?`,"note.text":`Сначала покажите ему текст.`,"note.open":`Открыть текст`,"note.yes":`Согласен`,noted:`Согласие отмечено`,export:`Всё, что хранится о клиенте`,"export.note":`Для самого клиента: карточка, заявки, сообщения, названия файлов. Заметок сотрудников и чужих данных там нет.`,"export.HTML":`Выгрузить данные страницей`,"export.JSON":`Выгрузить данные в JSON`,"export.started":`Файл скачивается`,erase:`Удалить данные`,"erase.note":`То же клиент может сделать сам, в чате командой /forget.`,"erase.question":`Удалить все данные: {name}?`,"erase.goes":`Исчезнут карточка, переписка, файлы, заметки, заявки без денег и их следы в поиске, истории и вебхуках.`,"erase.stays":`Останутся суммы и даты заявок с оплатой или согласованной ценой: вместо клиента там будет «Удалённый клиент».`,"erase.when":`Через 30 дней и не раньше, чем закроется последняя заявка. До этого можно передумать, и клиент тоже может.`,"erase.later":`Удалить через 30 дней`,"erase.now":`Удалить сразу`,"erase.now.question":`Удалить сразу: {name}?`,"erase.now.text":`Отменить это нельзя.`,"erase.open":`У клиента есть открытая заявка. Сначала закройте её.`,"erase.asked":`Данные удалятся {day}`,"erase.asked.note":`И не раньше, чем закроется последняя заявка.`,"erase.cancel":`Не удалять`,"erase.set":`Данные удалятся {day}`,"erase.taken":`Ничего не удаляем`,"erase.done":`Данные удалены`},en:{title:`Personal data`,consents:`Consents`,"consents.none":`No consent is noted`,"consents.none.text":`The shop has no text on personal data. An admin can set one in the settings.`,consent:`Version {version}`,"consent.chat":`{day}, in the chat`,"consent.counter":`{day}, at the counter`,"consent.counter.by":`{day}, at the counter, noted by {name}`,note:`Consent given at the counter`,"note.question":`Has the customer agreed to the text of version {version}?`,"note.text":`Show them the text first.`,"note.open":`Open the text`,"note.yes":`They have`,noted:`The consent is noted`,export:`All that is kept about the customer`,"export.note":`For the customer: card, requests, messages, files by name. Notes of staff and other people are not in it.`,"export.HTML":`Export as a page`,"export.JSON":`Export as JSON`,"export.started":`The file is being downloaded`,erase:`Erase the data`,"erase.note":`What the customer can ask for in the chat as well, by /forget.`,"erase.question":`Erase all data of {name}?`,"erase.goes":`Gone: the card, messages, files, notes, requests without money, and their traces in the search, history and webhooks.`,"erase.stays":`Stays: amounts and dates of requests with a payment or an agreed price, under “Deleted customer”.`,"erase.when":`In 30 days, and not before the last request is closed. Until then it can be taken back, by the customer too.`,"erase.later":`Erase in 30 days`,"erase.now":`Erase at once`,"erase.now.question":`Erase {name} at once?`,"erase.now.text":`This cannot be taken back.`,"erase.open":`A request of this customer is still open. Close it first.`,"erase.asked":`To be erased on {day}`,"erase.asked.note":`And not before the last request is closed.`,"erase.cancel":`Do not erase`,"erase.set":`The data will be erased on {day}`,"erase.taken":`Nothing is erased`,"erase.done":`The data are erased`}});function F({at:e}){let{data:t,problem:r,reload:i}=w(O,{id:e.id}),a=t?.customerById,o=r?.code===`NOT_FOUND`;return g(u,{children:[g(C,{title:P(`title`),subtitle:a&&!o?x(a):void 0,back:n(e)}),o?g(f,{text:E(`customer.notFound`)}):a?g(u,{children:[g(I,{customer:a,text:t.settings}),g(S,{title:P(`export`),note:P(`export.note`),children:[`HTML`,`JSON`].map(e=>g(`button`,{type:`button`,class:`row-button`,onClick:()=>void B(a,e),children:P(`export.${e}`)},e))}),g(L,{customer:a,administers:t.me?.role===`ADMIN`,at:e})]}):r?g(d,{problem:r,retry:i}):g(h,{rows:4})]})}function I({customer:e,text:n}){let{consentVersion:r,consentUrl:i}=n,a=e.consents.some(e=>e.version===r);async function o(n){await l.confirm({title:P(`note.question`,{version:n}),text:P(`note.text`),yes:P(`note.yes`),no:E(`action.cancel`)})&&await T(async()=>(await t(M,{id:e.id,version:n}),P(`noted`)))}return g(S,{title:P(`consents`),note:r?void 0:P(`consents.none.text`),children:[e.consents.length===0?g(`p`,{class:`row quiet`,children:P(`consents.none`)}):g(`dl`,{class:`facts`,children:e.consents.map(({version:e,link:t,givenTime:n,notedBy:r})=>g(`div`,{children:[g(`dt`,{children:g(`a`,{href:t,target:`_blank`,rel:`noopener noreferrer`,children:P(`consent`,{version:e})})}),g(`dd`,{children:r?r.name?P(`consent.counter.by`,{day:z(n),name:r.name}):P(`consent.counter`,{day:z(n)}):P(`consent.chat`,{day:z(n)})})]},e))}),r&&i&&!a&&g(u,{children:[g(`a`,{class:`row-button`,href:i,target:`_blank`,rel:`noopener noreferrer`,children:P(`note.open`)}),g(`button`,{type:`button`,class:`row-button`,onClick:()=>void o(r),children:P(`note`)})]})]})}function L({customer:e,administers:n,at:i}){let[a,o]=p(!1),{id:s,erasureTime:c}=e,u=()=>T(async()=>{let e=r((await t(k,{id:s})).requestErasure?.customer);return o(!1),P(`erase.set`,{day:z(e.erasureTime??``)})}),d=()=>T(async()=>(await t(A,{id:s}),P(`erase.taken`)));async function f(){o(!1),await l.confirm({title:P(`erase.now.question`,{name:x(e)}),text:P(`erase.now.text`),yes:P(`erase.now`),no:E(`action.cancel`)})&&await T(async()=>(await t(j,{id:s}),y({screen:`customers`,search:i.search,contact:i.contact}),P(`erase.done`)),R)}return c?g(S,{note:P(`erase.asked.note`),children:[g(`p`,{class:`row`,children:P(`erase.asked`,{day:z(c)})}),g(`button`,{type:`button`,class:`row-button`,onClick:()=>void d(),children:P(`erase.cancel`)}),n&&g(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void f(),children:P(`erase.now`)})]}):g(S,{note:P(`erase.note`),children:[g(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>o(!0),children:P(`erase`)}),a&&g(b,{title:P(`erase.question`,{name:x(e)}),onClose:()=>o(!1),children:[g(`ul`,{class:`consequences`,children:[`erase.goes`,`erase.stays`,`erase.when`].map(e=>g(`li`,{children:P(e)},e))}),g(`div`,{class:`panel-buttons`,children:[g(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void u(),children:P(`erase.later`)}),n&&g(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void f(),children:P(`erase.now`)})]})]})]})}function R(e){return e.code===`CONFLICT`?P(`erase.open`):o(e)}function z(t){return a(e(t,v.value.timezone)??``,m(v.value.timezone),i.value)}async function B({id:e},n){await T(async()=>{let a={id:e,format:n,language:i.value===`en`?`EN`:`RU`},{url:o,name:s}=r((await t(N,a)).exportPersonalData);return l.download(o,s),P(`export.started`)})}export{F as CustomerDataScreen};