//# allFunctionsCalledOnLoad
import{Ct as e,Et as t,O as n,Tt as r,_t as i,bt as a,f as o,ht as s,j as c,jt as l,k as u,vt as d,wt as f,xt as p}from"./early-U_B3e4p6.js";import{A as m,At as h,B as g,F as ee,G as _,H as v,I as y,Mt as b,N as x,Nt as te,O as ne,Pt as S,U as re,W as ie,Y as ae,Z as oe,bt as se,et as ce,f as le,j as C,jt as ue,k as de,kt as w,p as T,q as fe,r as E}from"./index-ZUsEXP19.js";import{R as D,z as pe}from"./shared-GoK3iQms.js";import{n as O,t as k}from"./texts-rWTbZoQw.js";function A(e){let[t,n]=S(!1),[r,i]=S(null),a=b(!1);async function o(){if(!a.current){a.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof x))throw e;_.haptic(`error`),i(e)}finally{a.current=!1,n(!1)}}}let s=te(()=>i(null),[]),c=r?.code===`OFFLINE`;return w(()=>{if(c)return addEventListener(`online`,s),()=>removeEventListener(`online`,s)},[c,s]),{busy:t,problem:r,submit:o,forget:s}}function me({text:e}){return e?T(`p`,{class:`form-error`,role:`alert`,children:e}):null}var he=c(`
  mutation UpdateUser($name: String, $email: String) {
    updateUser(name: $name, email: $email) {
      user {
        __typename
        id
        email
        name
      }
    }
  }
`),ge=c(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      ...SessionFields
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,[ce]),_e=c(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),ve=c(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),ye=re({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function j(e){let t=ie.value;h(()=>{if(e)return o.value=()=>t.confirm({title:v(`unsaved.question`),text:v(`unsaved.text`),yes:v(`unsaved.leave`),no:v(`unsaved.stay`)}),t.confirmClosing(!0),()=>{o.value=null,t.confirmClosing(!1)}},[e,t])}function be(e,t){let n=e===null?null:`draft.${i()}.${e}`,[{content:a,restored:o,attempt:s},c]=S(()=>{let e=n===null?null:Ce(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??C()}}),l=!Se(a,t);return j(l&&n!==null),h(()=>{n!==null&&(l?r(n,JSON.stringify({content:xe(a,t),attempt:s})):f(n))},[n,l,s]),w(()=>()=>{n!==null&&f(n)},[n]),{content:a,changed:l,restored:o,attempt:s,change(e){c(t=>({...t,content:{...t.content,...e},attempt:C()}))},reset(){c({content:t,restored:!1,attempt:C()})}}}function xe(e,t){return`version`in e?e:Object.fromEntries(Object.entries(e).filter(([e,n])=>M(n)!==M(t[e])))}function Se(e,t){return Object.keys(t).every(n=>M(e[n])===M(t[n]))}function M(e=``){return typeof e==`string`?e:[...e].sort().join()}function Ce(e){try{return JSON.parse(t(e)??`null`)}catch{return null}}function we(e){let{content:t,change:n,attempt:r,...i}=be(e.draft??null,e.initial),[a,o]=S({}),{busy:s,problem:c,submit:l,forget:u}=A(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),d=(c&&e.explain?.(c))??{},f={...a,...d},p=e=>{n(e),o(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(d);(t.length===0||t.some(t=>t in e))&&u()},m=(e,t)=>p({[e]:t});return{...i,values:t,change:p,errors:f,failure:f.nonFieldErrors??(c&&Object.keys(d).length===0?y(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>m(e,t),error:f[e]}),choice:e=>({chosen:t[e],onChoose:t=>m(e,t)})}}function Te(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Ee(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:y(t)}}}function De({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,longest:c,...l}){let u=ue(),d=b(null);w(()=>{s&&d.current?.focus()},[]);let f=c!==void 0&&t.length>c*.9?pe(t):0,p=c!==void 0&&f>c?v(`error.invalid.tooLong.by`,{count:c,more:f-c}):i,m=p??(f>0?v(`field.length`,{length:f,longest:c}):r),h={id:u,ref:d,value:t,"aria-invalid":p!==void 0,"aria-describedby":m?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},g={type:a,...h};return T(`div`,{class:`field`,children:[T(`label`,{for:u,children:e}),o?T(`textarea`,{rows:4,...h}):T(`input`,{...g}),m&&T(`p`,{id:`${u}-note`,class:p?`field-error`:`field-hint`,role:p?`alert`:void 0,children:m})]})}function Oe({submit:e,element:t,children:n,...r}){return T(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>ke(n)))},children:n})}function ke(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var N=c(`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
    notify
  }
`),P=c(`
  fragment InviteFields on InviteType {
    __typename
    id
    role
    expiresAt
    usedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`),F=c(`
  fragment ApiTokenFields on ApiTokenType {
    __typename
    id
    name
    scopes
    createdTime
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`),I=c(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[N]),Ae=c(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[N]),je=c(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Me=c(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),Ne=c(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Pe=c(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Fe=c(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[P]),Ie=c(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[P]),Le=c(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Re=c(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),ze=c(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[F]),Be=c(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[F]),Ve=c(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[F]),He=c(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),L=l(`untried`),R=`loggedOut`;async function Ue(){_.initData!==``&&t(R)===null&&await z()}async function z(){L.value=`running`;try{let t=ee((await m(ae,{initData:_.initData},e())).loginTelegram);L.value=B(t)?`untried`:Ke(t)}catch(e){if(!(e instanceof x))throw e;L.value={problem:y(e)}}}function B(e){let t=e.success?a(e):null;return t?(f(R),p(t),de(),!0):!1}async function We(){if(_.initData!==``)try{await m(fe,{initData:_.initData}),E(O(`login.linked`))}catch(e){if(!(e instanceof x))throw e;E(e.code===`CONFLICT`?O(`login.linkedToOther`):O(`login.notLinked`),{kind:`failed`})}}function Ge(){r(R,`yes`)}function Ke({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:O(`login.telegram.expired`)}}var qe=20971520,Je=3,V=3e4,H=0,U=[];async function Ye(e,t,n){H>=Je&&await new Promise(e=>U.push(e)),H++;try{return await W(e,t,n)}catch(r){if(!(r instanceof x)||r.code!==`UNAUTHENTICATED`)throw r;return await ne.value.query(oe,{},{requestPolicy:`network-only`}).toPromise(),await W(e,t,n)}finally{H--,U.shift()?.()}}function W(e,t,n){return new Promise((r,i)=>{if(n.aborted)return i(new x(`OFFLINE`));let a=new XMLHttpRequest,o=new FormData;o.append(`file`,e,e.name),a.open(`POST`,`/files`),a.setRequestHeader(`Authorization`,`Bearer ${d.value?.token}`);let s=()=>a.abort(),c=setTimeout(s,V);a.upload.onprogress=({loaded:e,total:n})=>{clearTimeout(c),c=setTimeout(s,V),t(n>0?e/n:0)},a.onloadend=()=>clearTimeout(c),a.onload=()=>{let{id:e,errors:t}=Xe(a.responseText);e?r(e):i(Ze(a.status,t?.[0]?.extensions))},a.onerror=a.onabort=()=>i(new x(`OFFLINE`)),n.addEventListener(`abort`,s),a.send(o)})}function Xe(e){try{return JSON.parse(e)}catch{return{}}}function Ze(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new x(n,``,e===413?`size`:`file`,t.retryAfter)}function Qe(e){let t={Authorization:`Bearer ${d.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function $e(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function et(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function tt(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function nt({nameRu:e,nameEn:t}){return g.value===`en`?t:e}function rt(){let{data:e}=D(se,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var it=2e9,G={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},K=`\xA0`,q=`−`;function at(e,t,n){let r=G[t]??t,i=e<0?q:``,{whole:a,part:o}=J(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:K),c=o===`00`?s:`${s}${Y(n)}${o}`;return n===`en`?t in G?`${i}${r}${c}`:`${i}${r}${K}${c}`:`${i}${c}${K}${r}`}function ot(e,t){let{whole:n,part:r}=J(e);return`${e<0?q:``}${n}${r===`00`?``:`${Y(t)}${r}`}`}function st(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function J(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function Y(e){return e===`en`?`.`:`,`}function ct(e,t=s.value.currency){return at(e,t,g.value)}var lt=c(`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
        consents {
          version
        }
      }
    }
    settings {
      consentVersion
      consentUrl
    }
  }
`,[n]),ut=c(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),dt=c(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),ft=c(`
  query Serial($serial: String!) {
    tasks(first: 3, filter: { serial: $serial }) {
      nodes {
        __typename
        id
        status
        createdAt
        customer {
          ...CustomerFields
        }
      }
    }
  }
`,[n]);function pt({form:e}){return e.restored?T(`p`,{class:`narrowed`,role:`status`,children:[v(`draft.restored`),T(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:v(`draft.discard`)})]}):null}function mt(){let{data:e,settled:n}=D(I,{}),a=`administers.${i()}`,o=e?String(e.me?.role===`ADMIN`):null;w(()=>{o&&r(a,o)},[a,o]);let s=o??t(a)??(n?`false`:null);return s?s===`true`:void 0}function ht({rating:e,label:t}){let n=Math.round(e);return T(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),T(`span`,{children:`★`.repeat(5-n)})]})}var gt=1e4;function _t({state:{problem:e,says:t},reload:n}){return w(()=>{if(!e)return;let t=setInterval(n,gt);return()=>clearInterval(t)},[e,n]),T(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[T(le,{name:e?`warning`:`telegram`}),T(`span`,{class:`row-text`,children:[T(`span`,{class:`row-title`,children:k(e?`bot.${e}`:`bot.works`)}),e&&T(`span`,{class:`row-facts`,children:k(`bot.${e}.text`)}),e&&t&&T(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var X=c(`
  fragment SettingsFields on SettingsType {
    version
    name
    address
    phone
    mapUrl
    reviewUrl
    paymentUrl
    hours {
      day
      from
      to
    }
    warrantyDays
    staleDays
    keepClosedDays
    keepSentDays
    consentVersion
    consentUrl
    wakingFrom
    wakingTo
    reminders
    rating
    digest
    texts {
      status
      textRu
      textEn
    }
    usualTexts {
      status
      textRu
      textEn
    }
  }
`),Z=c(`
  fragment StageFields on StageType {
    __typename
    id
    status
    nameRu
    nameEn
    told
    textRu
    textEn
    place
  }
`),Q=c(`
  fragment CategoryFields on ShopCategoryType {
    __typename
    id
    category
    nameRu
    nameEn
    place
  }
`),vt=c(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`,[X]),yt=c(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[X]),bt=c(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),xt=c(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),St=c(`
  query FirstSteps {
    botState {
      problem
      says
      miniAppOffered
    }
    firstSteps {
      botWorks
      telegramLinked
      shopDescribed
      colleagueInvited
      taskTaken
      customerConnected
    }
  }
`),Ct=c(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),wt=c(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[Z]),Tt=c(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Z]),Et=c(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Z]),Dt=c(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),Ot=c(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[Q]),kt=c(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Q]),At=c(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Q]),jt=c(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),$=c(`
  fragment ShopFields on SettingsType {
    name
    address
    phone
    warrantyDays
    hours {
      day
      from
      to
    }
  }
`),Mt=c(`
  query Paper($id: ID!) {
    taskById(id: $id) {
      __typename
      id
      category
      createdTime
      description
      promisedTime
      warrantyUntil
      paid
      due
      estimate {
        __typename
        id
        currency
      }
      warrantyOf {
        __typename
        id
      }
      item {
        ...ItemFields
      }
      employee {
        __typename
        id
        email
        name
      }
      customer {
        ...CustomerFields
      }
    }
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[u,n,$]),Nt=c(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[$]),Pt=c(`
  query Bot {
    bot {
      url
    }
  }
`);export{Ve as $,nt as A,Ue as B,dt as C,st as D,ct as E,Qe as F,Be as G,Ge as H,qe as I,Me as J,Ie as K,Ye as L,tt as M,et as N,ot as O,$e as P,I as Q,B as R,ut as S,ft as T,L as U,z as V,ze as W,Ne as X,je as Y,Fe as Z,Et as _,bt as a,De as at,mt as b,Tt as c,we as ct,St as d,ge as dt,Re as et,Ct as f,_e as ft,yt as g,A as gt,At as h,me as ht,xt as i,Oe as it,rt as j,it as k,jt as l,j as lt,wt as m,he as mt,Mt as n,Pe as nt,Ot as o,Ee as ot,vt as p,ve as pt,Le as q,Nt as r,Ae as rt,kt as s,Te as st,Pt as t,He as tt,Dt as u,ye as ut,_t as v,lt as w,pt as x,ht as y,We as z};