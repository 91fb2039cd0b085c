//# allFunctionsCalledOnLoad
import{$n as e,At as t,Bt as n,Ft as r,Gn as i,Ht as a,It as o,Jt as s,Kt as c,Ot as l,Pn as u,Qn as d,Rt as f,Ut as p,Wn as m,Xn as h,Yt as g,Zn as _,a as v,an as y,b,dn as ee,en as te,er as x,ft as ne,in as re,jt as S,kt as ie,ln as ae,mn as oe,nn as C,nr as w,pt as T,qn as E,rn as D,rt as se,sn as ce,tn as O,tr as le,zt as ue}from"./index-sL-bbROf.js";import{L as de,R as fe}from"./shared-DnIUXHra.js";import{n as k,t as A}from"./texts-BhBk2X1t.js";function j(e){let[t,r]=w(!1),[i,a]=w(null),o=x(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await e()}catch(e){if(!(e instanceof n))throw e;y.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=le(()=>a(null),[]),l=i?.code===`OFFLINE`;return _(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:t,problem:i,submit:s,forget:c}}function pe({text:e}){return e?T(`p`,{class:`form-error`,role:`alert`,children:e}):null}var me=E(`
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
`),he=E(`
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
`,[oe]),ge=E(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),_e=E(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),ve=g({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function M(e){let t=re.value;d(()=>{if(e)return b.value=()=>t.confirm({title:s(`unsaved.question`),text:s(`unsaved.text`),yes:s(`unsaved.leave`),no:s(`unsaved.stay`)}),t.confirmClosing(!0),()=>{b.value=null,t.confirmClosing(!1)}},[e,t])}function ye(e,t){let n=e===null?null:`draft.${r()}.${e}`,[{content:i,restored:a,attempt:o},s]=w(()=>{let e=n===null?null:Se(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??S()}}),c=!xe(i,t);return M(c&&n!==null),d(()=>{n!==null&&(c?C(n,JSON.stringify({content:be(i,t),attempt:o})):O(n))},[n,c,o]),_(()=>()=>{n!==null&&O(n)},[n]),{content:i,changed:c,restored:a,attempt:o,change(e){s(t=>({...t,content:{...t.content,...e},attempt:S()}))},reset(){s({content:t,restored:!1,attempt:S()})}}}function be(e,t){return`version`in e?e:Object.fromEntries(Object.entries(e).filter(([e,n])=>N(n)!==N(t[e])))}function xe(e,t){return Object.keys(t).every(n=>N(e[n])===N(t[n]))}function N(e=``){return typeof e==`string`?e:[...e].sort().join()}function Se(e){try{return JSON.parse(D(e)??`null`)}catch{return null}}function Ce(e){let{content:t,change:n,attempt:r,...i}=ye(e.draft??null,e.initial),[a,o]=w({}),{busy:s,problem:c,submit:l,forget:u}=j(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),d=(c&&e.explain?.(c))??{},f={...a,...d},m=e=>{n(e),o(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(d);(t.length===0||t.some(t=>t in e))&&u()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:f,failure:f.nonFieldErrors??(c&&Object.keys(d).length===0?p(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>h(e,t),error:f[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function we(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Te(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:p(t)}}}function Ee({label:t,value:n,onInput:r,hint:i,error:a,type:o=`text`,multiline:c=!1,first:l=!1,longest:u,...d}){let f=e(),p=x(null);_(()=>{l&&p.current?.focus()},[]);let m=u!==void 0&&n.length>u*.9?fe(n):0,h=u!==void 0&&m>u?s(`error.invalid.tooLong.by`,{count:u,more:m-u}):a,g=h??(m>0?s(`field.length`,{length:m,longest:u}):i),v={id:f,ref:p,value:n,"aria-invalid":h!==void 0,"aria-describedby":g?`${f}-note`:void 0,onInput:e=>r(e.currentTarget.value),...d},y={type:o,...v};return T(`div`,{class:`field`,children:[T(`label`,{for:f,children:t}),c?T(`textarea`,{rows:4,...v}):T(`input`,{...y}),g&&T(`p`,{id:`${f}-note`,class:h?`field-error`:`field-hint`,role:h?`alert`:void 0,children:g})]})}function De({submit:e,element:t,children:n,...r}){return T(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>Oe(n)))},children:n})}function Oe(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var P=E(`
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
`),F=E(`
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
`),I=E(`
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
`),ke=E(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[P]),Ae=E(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[P]),je=E(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Me=E(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),Ne=E(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Pe=E(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Fe=E(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[F]),Ie=E(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[F]),Le=E(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Re=E(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),ze=E(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[I]),Be=E(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[I]),Ve=E(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[I]),He=E(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),L=h(`untried`),R=`loggedOut`;async function Ue(){y.initData!==``&&D(R)===null&&await z()}async function z(){L.value=`running`;try{let e=a((await t(ae,{initData:y.initData},te())).loginTelegram);L.value=B(e)?`untried`:Ke(e)}catch(e){if(!(e instanceof n))throw e;L.value={problem:p(e)}}}function B(e){let t=e.success?f(e):null;return t?(O(R),ue(t),ie(),!0):!1}async function We(){if(y.initData!==``)try{await t(ce,{initData:y.initData}),v(k(`login.linked`))}catch(e){if(!(e instanceof n))throw e;v(e.code===`CONFLICT`?k(`login.linkedToOther`):k(`login.notLinked`),{kind:`failed`})}}function Ge(){C(R,`yes`)}function Ke({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:k(`login.telegram.expired`)}}var qe=20971520,Je=3,V=3e4,H=0,U=[];async function Ye(e,t,r){H>=Je&&await new Promise(e=>U.push(e)),H++;try{return await W(e,t,r)}catch(i){if(!(i instanceof n)||i.code!==`UNAUTHENTICATED`)throw i;return await l.value.query(ee,{},{requestPolicy:`network-only`}).toPromise(),await W(e,t,r)}finally{H--,U.shift()?.()}}function W(e,t,r){return new Promise((i,a)=>{if(r.aborted)return a(new n(`OFFLINE`));let s=new XMLHttpRequest,c=new FormData;c.append(`file`,e,e.name),s.open(`POST`,`/files`),s.setRequestHeader(`Authorization`,`Bearer ${o.value?.token}`);let l=()=>s.abort(),u=setTimeout(l,V);s.upload.onprogress=({loaded:e,total:n})=>{clearTimeout(u),u=setTimeout(l,V),t(n>0?e/n:0)},s.onloadend=()=>clearTimeout(u),s.onload=()=>{let{id:e,errors:t}=Xe(s.responseText);e?i(e):a(Ze(s.status,t?.[0]?.extensions))},s.onerror=s.onabort=()=>a(new n(`OFFLINE`)),r.addEventListener(`abort`,l),s.send(c)})}function Xe(e){try{return JSON.parse(e)}catch{return{}}}function Ze(e,t={}){let r=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new n(r,``,e===413?`size`:`file`,t.retryAfter)}function Qe(e){let t={Authorization:`Bearer ${o.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function $e(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function et(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function tt(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function nt({nameRu:e,nameEn:t}){return c.value===`en`?t:e}function rt(){let{data:e}=de(u,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var it=2e9,G={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},K=`\xA0`,q=`−`;function at(e,t,n){let r=G[t]??t,i=e<0?q:``,{whole:a,part:o}=J(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:K),c=o===`00`?s:`${s}${Y(n)}${o}`;return n===`en`?t in G?`${i}${r}${c}`:`${i}${r}${K}${c}`:`${i}${c}${K}${r}`}function ot(e,t){let{whole:n,part:r}=J(e);return`${e<0?q:``}${n}${r===`00`?``:`${Y(t)}${r}`}`}function st(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function J(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function Y(e){return e===`en`?`.`:`,`}function ct(e,t=se.value.currency){return at(e,t,c.value)}var lt=E(`
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
`,[m]),ut=E(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),dt=E(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),ft=E(`
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
`,[m]);function pt({form:e}){return e.restored?T(`p`,{class:`narrowed`,role:`status`,children:[s(`draft.restored`),T(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:s(`draft.discard`)})]}):null}function mt({rating:e,label:t}){let n=Math.round(e);return T(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),T(`span`,{children:`★`.repeat(5-n)})]})}var ht=1e4;function gt({state:{problem:e,says:t},reload:n}){return _(()=>{if(!e)return;let t=setInterval(n,ht);return()=>clearInterval(t)},[e,n]),T(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[T(ne,{name:e?`warning`:`telegram`}),T(`span`,{class:`row-text`,children:[T(`span`,{class:`row-title`,children:A(e?`bot.${e}`:`bot.works`)}),e&&T(`span`,{class:`row-facts`,children:A(`bot.${e}.text`)}),e&&t&&T(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var X=E(`
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
`),Z=E(`
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
`),Q=E(`
  fragment CategoryFields on ShopCategoryType {
    __typename
    id
    category
    nameRu
    nameEn
    place
  }
`),_t=E(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`,[X]),vt=E(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[X]),yt=E(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),bt=E(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),xt=E(`
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
`),St=E(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),Ct=E(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[Z]),wt=E(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Z]),Tt=E(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Z]),Et=E(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),Dt=E(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[Q]),Ot=E(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Q]),kt=E(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Q]),At=E(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),$=E(`
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
`),jt=E(`
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
`,[i,m,$]),Mt=E(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[$]),Nt=E(`
  query Bot {
    bot {
      url
    }
  }
`);export{Re as $,rt as A,z as B,lt as C,ot as D,st as E,qe as F,Ie as G,L as H,Ye as I,je as J,Le as K,B as L,et as M,$e as N,it as O,Qe as P,Ve as Q,We as R,dt as S,ct as T,ze as U,Ge as V,Be as W,Fe as X,Ne as Y,ke as Z,Tt as _,yt as a,Te as at,pt as b,wt as c,M as ct,xt as d,ge as dt,He as et,St as f,_e as ft,vt as g,kt as h,j as ht,bt as i,Ee as it,tt as j,nt as k,At as l,ve as lt,Ct as m,pe as mt,jt as n,Ae as nt,Dt as o,we as ot,_t as p,me as pt,Me as q,Mt as r,De as rt,Ot as s,Ce as st,Nt as t,Pe as tt,Et as u,he as ut,gt as v,ft as w,ut as x,mt as y,Ue as z};