//# allFunctionsCalledOnLoad
import{Ct as e,Et as t,O as n,Tt as r,_t as i,bt as a,f as o,ht as s,j as c,jt as l,k as u,vt as d,wt as f,xt as p}from"./early-DuG2da89.js";import{A as m,At as h,B as g,F as ee,G as _,H as v,I as y,Mt as b,N as x,Nt as te,O as ne,Pt as S,U as re,W as ie,Y as ae,Z as oe,bt as se,et as ce,f as le,j as C,jt as ue,k as de,kt as w,p as T,q as fe,r as E}from"./index-ivNPKq0K.js";import{R as pe,z as me}from"./shared-Cd1dl1HI.js";import{n as D,t as O}from"./texts-CBVB_6ji.js";function k(e){let[t,n]=S(!1),[r,i]=S(null),a=b(!1);async function o(){if(!a.current){a.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof x))throw e;_.haptic(`error`),i(e)}finally{a.current=!1,n(!1)}}}let s=te(()=>i(null),[]),c=r?.code===`OFFLINE`;return w(()=>{if(c)return addEventListener(`online`,s),()=>removeEventListener(`online`,s)},[c,s]),{busy:t,problem:r,submit:o,forget:s}}function he({text:e}){return e?T(`p`,{class:`form-error`,role:`alert`,children:e}):null}var ge=c(`
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
`),_e=c(`
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
`,[ce]),ve=c(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),ye=c(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),be=re({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function A(e){let t=ie.value;h(()=>{if(e)return o.value=()=>t.confirm({title:v(`unsaved.question`),text:v(`unsaved.text`),yes:v(`unsaved.leave`),no:v(`unsaved.stay`)}),t.confirmClosing(!0),()=>{o.value=null,t.confirmClosing(!1)}},[e,t])}function xe(e,t){let n=e===null?null:`draft.${i()}.${e}`,[{content:a,restored:o,attempt:s},c]=S(()=>{let e=n===null?null:Ce(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??C()}}),l=!j(a,t);return A(l&&n!==null),h(()=>{n!==null&&(l?r(n,JSON.stringify({content:Se(a,t),attempt:s})):f(n))},[n,l,s]),w(()=>()=>{n!==null&&f(n)},[n]),{content:a,changed:l,restored:o,attempt:s,change(e){c(t=>({...t,content:{...t.content,...e},attempt:C()}))},reset(){c({content:t,restored:!1,attempt:C()})}}}function Se(e,t){return`version`in e?e:Object.fromEntries(Object.entries(e).filter(([e,n])=>M(n)!==M(t[e])))}function j(e,t){return Object.keys(t).every(n=>M(e[n])===M(t[n]))}function M(e=``){return typeof e==`string`?e:[...e].sort().join()}function Ce(e){try{return JSON.parse(t(e)??`null`)}catch{return null}}function we(e){let{content:t,change:n,attempt:r,...i}=xe(e.draft??null,e.initial),[a,o]=S({}),{busy:s,problem:c,submit:l,forget:u}=k(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),d=(c&&e.explain?.(c))??{},f={...a,...d},p=e=>{n(e),o(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(d);(t.length===0||t.some(t=>t in e))&&u()},m=(e,t)=>p({[e]:t});return{...i,values:t,change:p,errors:f,failure:f.nonFieldErrors??(c&&Object.keys(d).length===0?y(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>m(e,t),error:f[e]}),choice:e=>({chosen:t[e],onChoose:t=>m(e,t)})}}function Te(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Ee(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:y(t)}}}function De({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,longest:c,...l}){let u=ue(),d=b(null);w(()=>{s&&d.current?.focus()},[]);let f=c!==void 0&&t.length>c*.9?me(t):0,p=c!==void 0&&f>c?v(`error.invalid.tooLong.by`,{count:c,more:f-c}):i,m=p??(f>0?v(`field.length`,{length:f,longest:c}):r),h={id:u,ref:d,value:t,"aria-invalid":p!==void 0,"aria-describedby":m?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},g={type:a,...h};return T(`div`,{class:`field`,children:[T(`label`,{for:u,children:e}),o?T(`textarea`,{rows:4,...h}):T(`input`,{...g}),m&&T(`p`,{id:`${u}-note`,class:p?`field-error`:`field-hint`,role:p?`alert`:void 0,children:m})]})}function Oe({submit:e,element:t,children:n,...r}){return T(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>ke(n)))},children:n})}function ke(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var N=c(`
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
`),Ae=c(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[N]),je=c(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[N]),Me=c(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Ne=c(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),Pe=c(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Fe=c(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[N]),Ie=c(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[P]),Le=c(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[P]),Re=c(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),ze=c(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),Be=c(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[F]),Ve=c(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[F]),He=c(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[F]),Ue=c(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),I=l(`untried`),L=`loggedOut`;async function We(){_.initData!==``&&t(L)===null&&await R()}async function R(){I.value=`running`;try{let t=ee((await m(ae,{initData:_.initData},e())).loginTelegram);I.value=z(t)?`untried`:qe(t)}catch(e){if(!(e instanceof x))throw e;I.value={problem:y(e)}}}function z(e){let t=e.success?a(e):null;return t?(f(L),p(t),de(),!0):!1}async function Ge(){if(_.initData!==``)try{await m(fe,{initData:_.initData}),E(D(`login.linked`))}catch(e){if(!(e instanceof x))throw e;E(e.code===`CONFLICT`?D(`login.linkedToOther`):D(`login.notLinked`),{kind:`failed`})}}function Ke(){r(L,`yes`)}function qe({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:D(`login.telegram.expired`)}}var Je=20971520,Ye=3,B=3e4,V=0,H=[];async function Xe(e,t,n){V>=Ye&&await new Promise(e=>H.push(e)),V++;try{return await U(e,t,n)}catch(r){if(!(r instanceof x)||r.code!==`UNAUTHENTICATED`)throw r;return await ne.value.query(oe,{},{requestPolicy:`network-only`}).toPromise(),await U(e,t,n)}finally{V--,H.shift()?.()}}function U(e,t,n){return new Promise((r,i)=>{if(n.aborted)return i(new x(`OFFLINE`));let a=new XMLHttpRequest,o=new FormData;o.append(`file`,e,e.name),a.open(`POST`,`/files`),a.setRequestHeader(`Authorization`,`Bearer ${d.value?.token}`);let s=()=>a.abort(),c=setTimeout(s,B);a.upload.onprogress=({loaded:e,total:n})=>{clearTimeout(c),c=setTimeout(s,B),t(n>0?e/n:0)},a.onloadend=()=>clearTimeout(c),a.onload=()=>{let{id:e,errors:t}=Ze(a.responseText);e?r(e):i(Qe(a.status,t?.[0]?.extensions))},a.onerror=a.onabort=()=>i(new x(`OFFLINE`)),n.addEventListener(`abort`,s),a.send(o)})}function Ze(e){try{return JSON.parse(e)}catch{return{}}}function Qe(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new x(n,``,e===413?`size`:`file`,t.retryAfter)}function $e(e){let t={Authorization:`Bearer ${d.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function et(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function tt(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function nt(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function rt({nameRu:e,nameEn:t}){return g.value===`en`?t:e}function it(){let{data:e}=pe(se,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var at=2e9,W={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},G=`\xA0`,K=`−`;function ot(e,t,n){let r=W[t]??t,i=e<0?K:``,{whole:a,part:o}=q(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:G),c=o===`00`?s:`${s}${J(n)}${o}`;return n===`en`?t in W?`${i}${r}${c}`:`${i}${r}${G}${c}`:`${i}${c}${G}${r}`}function st(e,t){let{whole:n,part:r}=q(e);return`${e<0?K:``}${n}${r===`00`?``:`${J(t)}${r}`}`}function ct(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function q(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function J(e){return e===`en`?`.`:`,`}function lt(e,t=s.value.currency){return ot(e,t,g.value)}var ut=c(`
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
`,[n]),dt=c(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),ft=c(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),pt=c(`
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
`,[n]);function mt({form:e}){return e.restored?T(`p`,{class:`narrowed`,role:`status`,children:[v(`draft.restored`),T(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:v(`draft.discard`)})]}):null}function ht({rating:e,label:t}){let n=Math.round(e);return T(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),T(`span`,{children:`★`.repeat(5-n)})]})}var gt=1e4;function _t({state:{problem:e,says:t},reload:n}){return w(()=>{if(!e)return;let t=setInterval(n,gt);return()=>clearInterval(t)},[e,n]),T(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[T(le,{name:e?`warning`:`telegram`}),T(`span`,{class:`row-text`,children:[T(`span`,{class:`row-title`,children:O(e?`bot.${e}`:`bot.works`)}),e&&T(`span`,{class:`row-facts`,children:O(`bot.${e}.text`)}),e&&t&&T(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Y=c(`
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
`),X=c(`
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
`),Z=c(`
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
`,[Y]),yt=c(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[Y]),bt=c(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),Q=c(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),xt=c(`
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
`),St=c(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),Ct=c(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[X]),wt=c(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[X]),Tt=c(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[X]),Et=c(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),Dt=c(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[Z]),Ot=c(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Z]),kt=c(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Z]),At=c(`
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
`),jt=c(`
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
`,[u,n,$]),Mt=c(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[$]),Nt=c(`
  query Bot {
    bot {
      url
    }
  }
`);export{ze as $,it as A,R as B,ut as C,st as D,ct as E,Je as F,Le as G,I as H,Xe as I,Me as J,Re as K,z as L,tt as M,et as N,at as O,$e as P,He as Q,Ge as R,ft as S,lt as T,Be as U,Ke as V,Ve as W,Ie as X,Pe as Y,Ae as Z,Tt as _,bt as a,Ee as at,mt as b,wt as c,A as ct,xt as d,ve as dt,Ue as et,St as f,ye as ft,yt as g,kt as h,k as ht,Q as i,De as it,nt as j,rt as k,At as l,be as lt,Ct as m,he as mt,jt as n,je as nt,Dt as o,Te as ot,vt as p,ge as pt,Ne as q,Mt as r,Oe as rt,Ot as s,we as st,Nt as t,Fe as tt,Et as u,_e as ut,_t as v,pt as w,dt as x,ht as y,We as z};