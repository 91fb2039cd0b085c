//# allFunctionsCalledOnLoad
import{$n as e,$t as t,At as n,Ft as r,Gn as i,Gt as a,Ht as o,Jn as s,Jt as c,Lt as l,Nn as u,Ot as d,Pt as f,Qn as p,Qt as m,Rt as h,Un as g,Vt as _,Xn as ee,Yn as v,Zn as te,a as y,an as ne,b,en as x,er as S,fn as re,ft as ie,kt as ae,ln as oe,nn as se,pt as C,qt as w,rn as T,rt as ce,sn as le,tn as E,zt as D}from"./index-CPwyEEKP.js";import{F as ue,I as de}from"./shared-DBdZxbvu.js";import{n as O,t as k}from"./texts-CWca7uSu.js";function A(t){let[n,r]=S(!1),[i,a]=S(null),o=p(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await t()}catch(e){if(!(e instanceof D))throw e;T.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=e(()=>a(null),[]),l=i?.code===`OFFLINE`;return v(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:n,problem:i,submit:s,forget:c}}function fe({text:e}){return e?C(`p`,{class:`form-error`,role:`alert`,children:e}):null}var pe=i(`
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
`),me=i(`
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
`,[re]),he=i(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),ge=i(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),_e=c({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function j(e){let t=se.value;v(()=>{if(e)return b.value=()=>t.confirm({title:w(`unsaved.question`),text:w(`unsaved.text`),yes:w(`unsaved.leave`),no:w(`unsaved.stay`)}),t.confirmClosing(!0),()=>{b.value=null,t.confirmClosing(!1)}},[e,t])}function ve(e,n){let r=e===null?null:`draft.${f()}.${e}`,[{content:i,restored:a,attempt:o},s]=S(()=>{let e=r===null?null:be(r);return{content:{...n,...e?.content},restored:e!==null,attempt:e?.attempt??M()}}),c=!ye(i,n);return j(c&&r!==null),ee(()=>{r!==null&&(c?x(r,JSON.stringify({content:i,attempt:o})):t(r))},[r,c,o]),v(()=>()=>{r!==null&&t(r)},[r]),{content:i,changed:c,restored:a,attempt:o,change(e){s(t=>({...t,content:{...t.content,...e},attempt:M()}))},reset(){s({content:n,restored:!1,attempt:M()})}}}function M(){return`${Date.now()}.${Math.random()}`}function ye(e,t){return Object.keys(t).every(n=>N(e[n])===N(t[n]))}function N(e=``){return typeof e==`string`?e:[...e].sort().join()}function be(e){try{return JSON.parse(E(e)??`null`)}catch{return null}}function xe(e){let{content:t,change:n,attempt:r,...i}=ve(e.draft??null,e.initial),[a,s]=S({}),{busy:c,problem:l,submit:u,forget:d}=A(async()=>{let n=e.validate?.(t)??{};s(n),Object.keys(n).length>0||s(await e.send(t,r)??{})}),f=(l&&e.explain?.(l))??{},p={...a,...f},m=e=>{n(e),s(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(f);(t.length===0||t.some(t=>t in e))&&d()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:p,failure:p.nonFieldErrors??(l&&Object.keys(f).length===0?o(l):void 0),problem:l,busy:c,submit:u,field:e=>({value:t[e],onInput:t=>h(e,t),error:p[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function Se(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Ce(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:o(t)}}}function we({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,longest:c,...l}){let u=te(),d=p(null);v(()=>{s&&d.current?.focus()},[]);let f=c!==void 0&&t.length>c*.9?de(t):0,m=c!==void 0&&f>c?w(`error.invalid.tooLong.by`,{count:c,more:f-c}):i,h=m??(f>0?w(`field.length`,{length:f,longest:c}):r),g={id:u,ref:d,value:t,"aria-invalid":m!==void 0,"aria-describedby":h?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},_={type:a,...g};return C(`div`,{class:`field`,children:[C(`label`,{for:u,children:e}),o?C(`textarea`,{rows:4,...g}):C(`input`,{..._}),h&&C(`p`,{id:`${u}-note`,class:m?`field-error`:`field-hint`,role:m?`alert`:void 0,children:h})]})}function Te({submit:e,element:t,children:n,...r}){return C(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>Ee(n)))},children:n})}function Ee(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var P=i(`
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
`),F=i(`
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
`),I=i(`
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
`),De=i(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[P]),Oe=i(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[P]),ke=i(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Ae=i(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),je=i(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Me=i(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[P]),Ne=i(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[F]),Pe=i(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[F]),Fe=i(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ie=i(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),Le=i(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[I]),Re=i(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[I]),ze=i(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[I]),Be=i(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),L=s(`untried`),R=`loggedOut`;async function Ve(){T.initData!==``&&E(R)===null&&await z()}async function z(){L.value=`running`;try{let e=_((await n(le,{initData:T.initData},m())).loginTelegram);L.value=B(e)?`untried`:We(e)}catch(e){if(!(e instanceof D))throw e;L.value={problem:o(e)}}}function B(e){let n=e.success?l(e):null;return n?(t(R),h(n),ae(),!0):!1}async function He(){if(T.initData!==``)try{await n(ne,{initData:T.initData}),y(O(`login.linked`))}catch(e){if(!(e instanceof D))throw e;y(e.code===`CONFLICT`?O(`login.linkedToOther`):O(`login.notLinked`),{kind:`failed`})}}function Ue(){x(R,`yes`)}function We({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:O(`login.telegram.expired`)}}var Ge=20971520,Ke=3,V=0,H=[];async function qe(e,t,n){V>=Ke&&await new Promise(e=>H.push(e)),V++;try{return await U(e,t,n)}catch(r){if(!(r instanceof D)||r.code!==`UNAUTHENTICATED`)throw r;return await d.value.query(oe,{},{requestPolicy:`network-only`}).toPromise(),await U(e,t,n)}finally{V--,H.shift()?.()}}function U(e,t,n){return new Promise((i,a)=>{let o=new XMLHttpRequest,s=new FormData;if(s.append(`file`,e,e.name),o.open(`POST`,`/files`),o.setRequestHeader(`Authorization`,`Bearer ${r.value?.token}`),o.upload.onprogress=({loaded:e,total:n})=>t(n>0?e/n:0),o.onload=()=>{let{id:e,errors:t}=Je(o.responseText);e?i(e):a(Ye(o.status,t?.[0]?.extensions))},o.onerror=o.onabort=()=>a(new D(`OFFLINE`)),n.aborted)return a(new D(`OFFLINE`));n.addEventListener(`abort`,()=>o.abort()),o.send(s)})}function Je(e){try{return JSON.parse(e)}catch{return{}}}function Ye(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new D(n,``,e===413?`size`:`file`,t.retryAfter)}function Xe(e){let t={Authorization:`Bearer ${r.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function Ze(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function Qe(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function $e(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function et({nameRu:e,nameEn:t}){return a.value===`en`?t:e}function tt(){let{data:e}=ue(u,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var nt=2e9,W={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},G=`\xA0`,K=`−`;function rt(e,t,n){let r=W[t]??t,i=e<0?K:``,{whole:a,part:o}=q(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:G),c=o===`00`?s:`${s}${J(n)}${o}`;return n===`en`?t in W?`${i}${r}${c}`:`${i}${r}${G}${c}`:`${i}${c}${G}${r}`}function it(e,t){let{whole:n,part:r}=q(e);return`${e<0?K:``}${n}${r===`00`?``:`${J(t)}${r}`}`}function at(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function q(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function J(e){return e===`en`?`.`:`,`}function ot(e,t=ce.value.currency){return rt(e,t,a.value)}var st=i(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),ct=i(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),lt=i(`
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
`,[g]);function ut({form:e}){return e.restored?C(`p`,{class:`narrowed`,role:`status`,children:[w(`draft.restored`),C(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:w(`draft.discard`)})]}):null}function dt({rating:e,label:t}){let n=Math.round(e);return C(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),C(`span`,{children:`★`.repeat(5-n)})]})}var ft=1e4;function pt({state:{problem:e,says:t},reload:n}){return v(()=>{if(!e)return;let t=setInterval(n,ft);return()=>clearInterval(t)},[e,n]),C(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[C(ie,{name:e?`warning`:`telegram`}),C(`span`,{class:`row-text`,children:[C(`span`,{class:`row-title`,children:k(e?`bot.${e}`:`bot.works`)}),e&&C(`span`,{class:`row-facts`,children:k(`bot.${e}.text`)}),e&&t&&C(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Y=i(`
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
`),X=i(`
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
`),Z=i(`
  fragment CategoryFields on ShopCategoryType {
    __typename
    id
    category
    nameRu
    nameEn
    place
  }
`),mt=i(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`,[Y]),ht=i(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[Y]),gt=i(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),_t=i(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),vt=i(`
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
`),yt=i(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),bt=i(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[X]),xt=i(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[X]),St=i(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[X]),Ct=i(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),wt=i(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[Z]),Tt=i(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Z]),Et=i(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[Z]),Q=i(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),$=i(`
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
`),Dt=i(`
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
        kind
        maker
        model
        serial
        condition
        includes
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
`,[g,$]),Ot=i(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[$]),kt=i(`
  query Bot {
    bot {
      url
    }
  }
`);export{Be as $,$e as A,Ue as B,lt as C,nt as D,it as E,qe as F,Fe as G,Le as H,B as I,je as J,Ae as K,He as L,Ze as M,Xe as N,et as O,Ge as P,Ie as Q,Ve as R,ct as S,at as T,Re as U,L as V,Pe as W,De as X,Ne as Y,ze as Z,St as _,gt as a,Se as at,ut as b,xt as c,_e as ct,vt as d,ge as dt,Me as et,yt as f,pe as ft,ht as g,Et as h,_t as i,Ce as it,Qe as j,tt as k,Q as l,me as lt,bt as m,A as mt,Dt as n,Te as nt,wt as o,xe as ot,mt as p,fe as pt,ke as q,Ot as r,we as rt,Tt as s,j as st,kt as t,Oe as tt,Ct as u,he as ut,pt as v,ot as w,st as x,dt as y,z};