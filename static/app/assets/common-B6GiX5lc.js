//# allFunctionsCalledOnLoad
import{$n as e,$t as t,At as n,Ft as r,Gt as i,Ht as a,Jt as o,Kn as s,Lt as c,Ot as l,Pn as u,Pt as d,Qn as f,Rt as p,Vt as m,Wn as h,Xn as g,Yn as _,Zn as v,a as y,b,cn as ee,en as x,er as te,ft as ne,in as S,kt as re,nn as C,on as ie,pn as ae,pt as w,qt as T,rn as oe,rt as se,tn as E,tr as D,un as ce,zt as O}from"./index-zuuwVWf-.js";import{I as le,L as ue}from"./shared-CKBPpBbM.js";import{n as k,t as A}from"./texts-D2CfHHad.js";function j(t){let[n,r]=D(!1),[i,a]=D(null),o=e(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await t()}catch(e){if(!(e instanceof O))throw e;S.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=te(()=>a(null),[]),l=i?.code===`OFFLINE`;return g(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:n,problem:i,submit:s,forget:c}}function de({text:e}){return e?w(`p`,{class:`form-error`,role:`alert`,children:e}):null}var fe=s(`
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
`),pe=s(`
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
`,[ae]),me=s(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),he=s(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),ge=o({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function M(e){let t=oe.value;v(()=>{if(e)return b.value=()=>t.confirm({title:T(`unsaved.question`),text:T(`unsaved.text`),yes:T(`unsaved.leave`),no:T(`unsaved.stay`)}),t.confirmClosing(!0),()=>{b.value=null,t.confirmClosing(!1)}},[e,t])}function _e(e,t){let n=e===null?null:`draft.${d()}.${e}`,[{content:r,restored:i,attempt:a},o]=D(()=>{let e=n===null?null:be(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??N()}}),s=!ye(r,t);return M(s&&n!==null),v(()=>{n!==null&&(s?E(n,JSON.stringify({content:ve(r,t),attempt:a})):x(n))},[n,s,a]),g(()=>()=>{n!==null&&x(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:N()}))},reset(){o({content:t,restored:!1,attempt:N()})}}}function ve(e,t){return`version`in e?e:Object.fromEntries(Object.entries(e).filter(([e,n])=>P(n)!==P(t[e])))}function N(){return`${Date.now()}.${Math.random()}`}function ye(e,t){return Object.keys(t).every(n=>P(e[n])===P(t[n]))}function P(e=``){return typeof e==`string`?e:[...e].sort().join()}function be(e){try{return JSON.parse(C(e)??`null`)}catch{return null}}function xe(e){let{content:t,change:n,attempt:r,...i}=_e(e.draft??null,e.initial),[o,s]=D({}),{busy:c,problem:l,submit:u,forget:d}=j(async()=>{let n=e.validate?.(t)??{};s(n),Object.keys(n).length>0||s(await e.send(t,r)??{})}),f=(l&&e.explain?.(l))??{},p={...o,...f},m=e=>{n(e),s(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(f);(t.length===0||t.some(t=>t in e))&&d()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:p,failure:p.nonFieldErrors??(l&&Object.keys(f).length===0?a(l):void 0),problem:l,busy:c,submit:u,field:e=>({value:t[e],onInput:t=>h(e,t),error:p[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function Se(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Ce(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:a(t)}}}function we({label:t,value:n,onInput:r,hint:i,error:a,type:o=`text`,multiline:s=!1,first:c=!1,longest:l,...u}){let d=f(),p=e(null);g(()=>{c&&p.current?.focus()},[]);let m=l!==void 0&&n.length>l*.9?ue(n):0,h=l!==void 0&&m>l?T(`error.invalid.tooLong.by`,{count:l,more:m-l}):a,_=h??(m>0?T(`field.length`,{length:m,longest:l}):i),v={id:d,ref:p,value:n,"aria-invalid":h!==void 0,"aria-describedby":_?`${d}-note`:void 0,onInput:e=>r(e.currentTarget.value),...u},y={type:o,...v};return w(`div`,{class:`field`,children:[w(`label`,{for:d,children:t}),s?w(`textarea`,{rows:4,...v}):w(`input`,{...y}),_&&w(`p`,{id:`${d}-note`,class:h?`field-error`:`field-hint`,role:h?`alert`:void 0,children:_})]})}function Te({submit:e,element:t,children:n,...r}){return w(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>Ee(n)))},children:n})}function Ee(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var F=s(`
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
`),I=s(`
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
`),L=s(`
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
`),De=s(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[F]),Oe=s(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[F]),ke=s(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[F]),Ae=s(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),je=s(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[F]),Me=s(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[F]),Ne=s(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[I]),Pe=s(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[I]),Fe=s(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ie=s(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),Le=s(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[L]),Re=s(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[L]),ze=s(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[L]),Be=s(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),R=_(`untried`),z=`loggedOut`;async function Ve(){S.initData!==``&&C(z)===null&&await B()}async function B(){R.value=`running`;try{let e=m((await n(ee,{initData:S.initData},t())).loginTelegram);R.value=V(e)?`untried`:We(e)}catch(e){if(!(e instanceof O))throw e;R.value={problem:a(e)}}}function V(e){let t=e.success?c(e):null;return t?(x(z),p(t),re(),!0):!1}async function He(){if(S.initData!==``)try{await n(ie,{initData:S.initData}),y(k(`login.linked`))}catch(e){if(!(e instanceof O))throw e;y(e.code===`CONFLICT`?k(`login.linkedToOther`):k(`login.notLinked`),{kind:`failed`})}}function Ue(){E(z,`yes`)}function We({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:k(`login.telegram.expired`)}}var Ge=20971520,Ke=3,H=3e4,U=0,W=[];async function qe(e,t,n){U>=Ke&&await new Promise(e=>W.push(e)),U++;try{return await G(e,t,n)}catch(r){if(!(r instanceof O)||r.code!==`UNAUTHENTICATED`)throw r;return await l.value.query(ce,{},{requestPolicy:`network-only`}).toPromise(),await G(e,t,n)}finally{U--,W.shift()?.()}}function G(e,t,n){return new Promise((i,a)=>{if(n.aborted)return a(new O(`OFFLINE`));let o=new XMLHttpRequest,s=new FormData;s.append(`file`,e,e.name),o.open(`POST`,`/files`),o.setRequestHeader(`Authorization`,`Bearer ${r.value?.token}`);let c=()=>o.abort(),l=setTimeout(c,H);o.upload.onprogress=({loaded:e,total:n})=>{clearTimeout(l),l=setTimeout(c,H),t(n>0?e/n:0)},o.onloadend=()=>clearTimeout(l),o.onload=()=>{let{id:e,errors:t}=Je(o.responseText);e?i(e):a(Ye(o.status,t?.[0]?.extensions))},o.onerror=o.onabort=()=>a(new O(`OFFLINE`)),n.addEventListener(`abort`,c),o.send(s)})}function Je(e){try{return JSON.parse(e)}catch{return{}}}function Ye(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new O(n,``,e===413?`size`:`file`,t.retryAfter)}function Xe(e){let t={Authorization:`Bearer ${r.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function Ze(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function Qe(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function $e(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function et({nameRu:e,nameEn:t}){return i.value===`en`?t:e}function tt(){let{data:e}=le(u,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var nt=2e9,K={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},q=`\xA0`,J=`−`;function rt(e,t,n){let r=K[t]??t,i=e<0?J:``,{whole:a,part:o}=Y(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:q),c=o===`00`?s:`${s}${X(n)}${o}`;return n===`en`?t in K?`${i}${r}${c}`:`${i}${r}${q}${c}`:`${i}${c}${q}${r}`}function it(e,t){let{whole:n,part:r}=Y(e);return`${e<0?J:``}${n}${r===`00`?``:`${X(t)}${r}`}`}function at(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function Y(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function X(e){return e===`en`?`.`:`,`}function ot(e,t=se.value.currency){return rt(e,t,i.value)}var st=s(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),ct=s(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),lt=s(`
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
`,[h]);function ut({form:e}){return e.restored?w(`p`,{class:`narrowed`,role:`status`,children:[T(`draft.restored`),w(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:T(`draft.discard`)})]}):null}function dt({rating:e,label:t}){let n=Math.round(e);return w(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),w(`span`,{children:`★`.repeat(5-n)})]})}var ft=1e4;function pt({state:{problem:e,says:t},reload:n}){return g(()=>{if(!e)return;let t=setInterval(n,ft);return()=>clearInterval(t)},[e,n]),w(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[w(ne,{name:e?`warning`:`telegram`}),w(`span`,{class:`row-text`,children:[w(`span`,{class:`row-title`,children:A(e?`bot.${e}`:`bot.works`)}),e&&w(`span`,{class:`row-facts`,children:A(`bot.${e}.text`)}),e&&t&&w(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Z=s(`
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
`),Q=s(`
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
`),$=s(`
  fragment CategoryFields on ShopCategoryType {
    __typename
    id
    category
    nameRu
    nameEn
    place
  }
`),mt=s(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`,[Z]),ht=s(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[Z]),gt=s(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),_t=s(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),vt=s(`
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
`),yt=s(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),bt=s(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[Q]),xt=s(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Q]),St=s(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Q]),Ct=s(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),wt=s(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[$]),Tt=s(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[$]),Et=s(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[$]),Dt=s(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),Ot=s(`
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
`),kt=s(`
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
`,[h,Ot]),At=s(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[Ot]),jt=s(`
  query Bot {
    bot {
      url
    }
  }
`);export{Be as $,$e as A,Ue as B,lt as C,nt as D,it as E,qe as F,Fe as G,Le as H,V as I,je as J,Ae as K,He as L,Ze as M,Xe as N,et as O,Ge as P,Ie as Q,Ve as R,ct as S,at as T,Re as U,R as V,Pe as W,De as X,Ne as Y,ze as Z,St as _,gt as a,Se as at,ut as b,xt as c,ge as ct,vt as d,he as dt,Me as et,yt as f,fe as ft,ht as g,Et as h,_t as i,Ce as it,Qe as j,tt as k,Dt as l,pe as lt,bt as m,j as mt,kt as n,Te as nt,wt as o,xe as ot,mt as p,de as pt,ke as q,At as r,we as rt,Tt as s,M as st,jt as t,Oe as tt,Ct as u,me as ut,pt as v,ot as w,st as x,dt as y,B as z};