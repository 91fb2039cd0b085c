//# allFunctionsCalledOnLoad
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
import{$n as e,$t as t,At as n,Ft as r,Gt as i,Ht as a,Jt as o,Kn as s,Lt as c,Ot as l,Pn as u,Pt as d,Qn as f,Rt as p,Vt as m,Wn as h,Xn as g,Yn as _,Zn as v,a as y,b,cn as ee,en as x,er as te,ft as ne,in as S,kt as re,nn as C,on as ie,pn as ae,pt as w,qt as T,rn as oe,rt as se,tn as E,tr as D,un as ce,zt as O}from"./index-s45Qz5vS.js";import{F as le,I as ue}from"./shared-B6la2iFc.js";import{n as k,t as A}from"./texts-Bdau0jDK.js";function j(t){let[n,r]=D(!1),[i,a]=D(null),o=e(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await t()}catch(e){if(!(e instanceof O))throw e;S.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=te(()=>a(null),[]),l=i?.code===`OFFLINE`;return g(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:n,problem:i,submit:s,forget:c}}function de({text:e}){return e?w(`p`,{class:`form-error`,role:`alert`,children:e}):null}var fe=s(`
========
import{$n as e,$t as t,At as n,Ft as r,Gn as i,Gt as a,Ht as o,Jn as s,Jt as c,Lt as l,Nn as u,Ot as d,Pt as f,Qn as p,Qt as m,Rt as h,Un as g,Vt as _,Xn as ee,Yn as v,Zn as te,a as y,an as ne,b,en as x,er as S,fn as re,ft as ie,kt as ae,ln as oe,nn as se,pt as C,qt as w,rn as T,rt as ce,sn as le,tn as E,zt as D}from"./index-DYTZorpx.js";import{I as ue,L as de}from"./shared-CnXiVehe.js";import{n as O,t as k}from"./texts-DbCMEoxQ.js";function A(t){let[n,r]=S(!1),[i,a]=S(null),o=p(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await t()}catch(e){if(!(e instanceof D))throw e;T.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=e(()=>a(null),[]),l=i?.code===`OFFLINE`;return v(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:n,problem:i,submit:s,forget:c}}function fe({text:e}){return e?C(`p`,{class:`form-error`,role:`alert`,children:e}):null}var pe=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),ge=o({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function M(e){let t=oe.value;g(()=>{if(e)return b.value=()=>t.confirm({title:T(`unsaved.question`),text:T(`unsaved.text`),yes:T(`unsaved.leave`),no:T(`unsaved.stay`)}),t.confirmClosing(!0),()=>{b.value=null,t.confirmClosing(!1)}},[e,t])}function _e(e,t){let n=e===null?null:`draft.${d()}.${e}`,[{content:r,restored:i,attempt:a},o]=D(()=>{let e=n===null?null:ye(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??N()}}),s=!ve(r,t);return M(s&&n!==null),v(()=>{n!==null&&(s?E(n,JSON.stringify({content:r,attempt:a})):x(n))},[n,s,a]),g(()=>()=>{n!==null&&x(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:N()}))},reset(){o({content:t,restored:!1,attempt:N()})}}}function N(){return`${Date.now()}.${Math.random()}`}function ve(e,t){return Object.keys(t).every(n=>P(e[n])===P(t[n]))}function P(e=``){return typeof e==`string`?e:[...e].sort().join()}function ye(e){try{return JSON.parse(C(e)??`null`)}catch{return null}}function be(e){let{content:t,change:n,attempt:r,...i}=_e(e.draft??null,e.initial),[o,s]=D({}),{busy:c,problem:l,submit:u,forget:d}=j(async()=>{let n=e.validate?.(t)??{};s(n),Object.keys(n).length>0||s(await e.send(t,r)??{})}),f=(l&&e.explain?.(l))??{},p={...o,...f},m=e=>{n(e),s(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(f);(t.length===0||t.some(t=>t in e))&&d()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:p,failure:p.nonFieldErrors??(l&&Object.keys(f).length===0?a(l):void 0),problem:l,busy:c,submit:u,field:e=>({value:t[e],onInput:t=>h(e,t),error:p[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function xe(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Se(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:a(t)}}}function Ce({label:t,value:n,onInput:r,hint:i,error:a,type:o=`text`,multiline:s=!1,first:c=!1,longest:l,...u}){let d=f(),p=e(null);g(()=>{c&&p.current?.focus()},[]);let m=l!==void 0&&n.length>l*.9?ue(n):0,h=l!==void 0&&m>l?T(`error.invalid.tooLong.by`,{count:l,more:m-l}):a,_=h??(m>0?T(`field.length`,{length:m,longest:l}):i),v={id:d,ref:p,value:n,"aria-invalid":h!==void 0,"aria-describedby":_?`${d}-note`:void 0,onInput:e=>r(e.currentTarget.value),...u},y={type:o,...v};return w(`div`,{class:`field`,children:[w(`label`,{for:d,children:t}),s?w(`textarea`,{rows:4,...v}):w(`input`,{...y}),_&&w(`p`,{id:`${d}-note`,class:h?`field-error`:`field-hint`,role:h?`alert`:void 0,children:_})]})}function we({submit:e,element:t,children:n,...r}){return w(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>Te(n)))},children:n})}function Te(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var F=s(`
========
`),_e=c({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function j(e){let t=se.value;v(()=>{if(e)return b.value=()=>t.confirm({title:w(`unsaved.question`),text:w(`unsaved.text`),yes:w(`unsaved.leave`),no:w(`unsaved.stay`)}),t.confirmClosing(!0),()=>{b.value=null,t.confirmClosing(!1)}},[e,t])}function ve(e,n){let r=e===null?null:`draft.${f()}.${e}`,[{content:i,restored:a,attempt:o},s]=S(()=>{let e=r===null?null:xe(r);return{content:{...n,...e?.content},restored:e!==null,attempt:e?.attempt??M()}}),c=!be(i,n);return j(c&&r!==null),ee(()=>{r!==null&&(c?x(r,JSON.stringify({content:ye(i,n),attempt:o})):t(r))},[r,c,o]),v(()=>()=>{r!==null&&t(r)},[r]),{content:i,changed:c,restored:a,attempt:o,change(e){s(t=>({...t,content:{...t.content,...e},attempt:M()}))},reset(){s({content:n,restored:!1,attempt:M()})}}}function ye(e,t){return`version`in e?e:Object.fromEntries(Object.entries(e).filter(([e,n])=>N(n)!==N(t[e])))}function M(){return`${Date.now()}.${Math.random()}`}function be(e,t){return Object.keys(t).every(n=>N(e[n])===N(t[n]))}function N(e=``){return typeof e==`string`?e:[...e].sort().join()}function xe(e){try{return JSON.parse(E(e)??`null`)}catch{return null}}function Se(e){let{content:t,change:n,attempt:r,...i}=ve(e.draft??null,e.initial),[a,s]=S({}),{busy:c,problem:l,submit:u,forget:d}=A(async()=>{let n=e.validate?.(t)??{};s(n),Object.keys(n).length>0||s(await e.send(t,r)??{})}),f=(l&&e.explain?.(l))??{},p={...a,...f},m=e=>{n(e),s(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(f);(t.length===0||t.some(t=>t in e))&&d()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:p,failure:p.nonFieldErrors??(l&&Object.keys(f).length===0?o(l):void 0),problem:l,busy:c,submit:u,field:e=>({value:t[e],onInput:t=>h(e,t),error:p[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function Ce(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function we(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:o(t)}}}function Te({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,longest:c,...l}){let u=te(),d=p(null);v(()=>{s&&d.current?.focus()},[]);let f=c!==void 0&&t.length>c*.9?de(t):0,m=c!==void 0&&f>c?w(`error.invalid.tooLong.by`,{count:c,more:f-c}):i,h=m??(f>0?w(`field.length`,{length:f,longest:c}):r),g={id:u,ref:d,value:t,"aria-invalid":m!==void 0,"aria-describedby":h?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},_={type:a,...g};return C(`div`,{class:`field`,children:[C(`label`,{for:u,children:e}),o?C(`textarea`,{rows:4,...g}):C(`input`,{..._}),h&&C(`p`,{id:`${u}-note`,class:m?`field-error`:`field-hint`,role:m?`alert`:void 0,children:h})]})}function Ee({submit:e,element:t,children:n,...r}){return C(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>De(n)))},children:n})}function De(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}var P=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Ee=s(`
========
`),Oe=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Myself {
    me {
      ...MemberFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[F]),De=s(`
========
`,[P]),ke=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Staff {
    staff {
      ...MemberFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[F]),Oe=s(`
========
`,[P]),Ae=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[F]),ke=s(`
========
`,[P]),je=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Ae=s(`
========
`),Me=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[F]),je=s(`
========
`,[P]),Ne=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[F]),Me=s(`
========
`,[P]),Pe=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Invites {
    invites {
      ...InviteFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[I]),Ne=s(`
========
`,[F]),Fe=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[I]),Pe=s(`
========
`,[F]),Ie=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Fe=s(`
========
`),Le=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Ie=s(`
========
`),Re=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[L]),Le=s(`
========
`,[I]),ze=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[L]),Re=s(`
========
`,[I]),Be=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[L]),ze=s(`
========
`,[I]),Ve=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),R=_(`untried`),z=`loggedOut`;async function Be(){S.initData!==``&&C(z)===null&&await B()}async function B(){R.value=`running`;try{let e=m((await n(ee,{initData:S.initData},t())).loginTelegram);R.value=V(e)?`untried`:Ue(e)}catch(e){if(!(e instanceof O))throw e;R.value={problem:a(e)}}}function V(e){let t=e.success?c(e):null;return t?(x(z),p(t),re(),!0):!1}async function Ve(){if(S.initData!==``)try{await n(ie,{initData:S.initData}),y(k(`login.linked`))}catch(e){if(!(e instanceof O))throw e;y(e.code===`CONFLICT`?k(`login.linkedToOther`):k(`login.notLinked`),{kind:`failed`})}}function He(){E(z,`yes`)}function Ue({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:k(`login.telegram.expired`)}}var We=20971520,Ge=3,H=3e4,U=0,W=[];async function Ke(e,t,n){U>=Ge&&await new Promise(e=>W.push(e)),U++;try{return await G(e,t,n)}catch(r){if(!(r instanceof O)||r.code!==`UNAUTHENTICATED`)throw r;return await l.value.query(ce,{},{requestPolicy:`network-only`}).toPromise(),await G(e,t,n)}finally{U--,W.shift()?.()}}function G(e,t,n){return new Promise((i,a)=>{if(n.aborted)return a(new O(`OFFLINE`));let o=new XMLHttpRequest,s=new FormData;s.append(`file`,e,e.name),o.open(`POST`,`/files`),o.setRequestHeader(`Authorization`,`Bearer ${r.value?.token}`);let c=()=>o.abort(),l=setTimeout(c,H);o.upload.onprogress=({loaded:e,total:n})=>{clearTimeout(l),l=setTimeout(c,H),t(n>0?e/n:0)},o.onloadend=()=>clearTimeout(l),o.onload=()=>{let{id:e,errors:t}=qe(o.responseText);e?i(e):a(Je(o.status,t?.[0]?.extensions))},o.onerror=o.onabort=()=>a(new O(`OFFLINE`)),n.addEventListener(`abort`,c),o.send(s)})}function qe(e){try{return JSON.parse(e)}catch{return{}}}function Je(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new O(n,``,e===413?`size`:`file`,t.retryAfter)}function Ye(e){let t={Authorization:`Bearer ${r.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function Xe(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function Ze(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function Qe(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function $e({nameRu:e,nameEn:t}){return i.value===`en`?t:e}function et(){let{data:e}=le(u,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var tt=2e9,K={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},q=`\xA0`,J=`−`;function nt(e,t,n){let r=K[t]??t,i=e<0?J:``,{whole:a,part:o}=Y(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:q),c=o===`00`?s:`${s}${X(n)}${o}`;return n===`en`?t in K?`${i}${r}${c}`:`${i}${r}${q}${c}`:`${i}${c}${q}${r}`}function rt(e,t){let{whole:n,part:r}=Y(e);return`${e<0?J:``}${n}${r===`00`?``:`${X(t)}${r}`}`}function it(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function Y(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function X(e){return e===`en`?`.`:`,`}function at(e,t=se.value.currency){return nt(e,t,i.value)}var ot=s(`
========
`),L=s(`untried`),R=`loggedOut`;async function He(){T.initData!==``&&E(R)===null&&await z()}async function z(){L.value=`running`;try{let e=_((await n(le,{initData:T.initData},m())).loginTelegram);L.value=B(e)?`untried`:Ge(e)}catch(e){if(!(e instanceof D))throw e;L.value={problem:o(e)}}}function B(e){let n=e.success?l(e):null;return n?(t(R),h(n),ae(),!0):!1}async function Ue(){if(T.initData!==``)try{await n(ne,{initData:T.initData}),y(O(`login.linked`))}catch(e){if(!(e instanceof D))throw e;y(e.code===`CONFLICT`?O(`login.linkedToOther`):O(`login.notLinked`),{kind:`failed`})}}function We(){x(R,`yes`)}function Ge({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:O(`login.telegram.expired`)}}var Ke=20971520,qe=3,V=0,H=[];async function Je(e,t,n){V>=qe&&await new Promise(e=>H.push(e)),V++;try{return await U(e,t,n)}catch(r){if(!(r instanceof D)||r.code!==`UNAUTHENTICATED`)throw r;return await d.value.query(oe,{},{requestPolicy:`network-only`}).toPromise(),await U(e,t,n)}finally{V--,H.shift()?.()}}function U(e,t,n){return new Promise((i,a)=>{let o=new XMLHttpRequest,s=new FormData;if(s.append(`file`,e,e.name),o.open(`POST`,`/files`),o.setRequestHeader(`Authorization`,`Bearer ${r.value?.token}`),o.upload.onprogress=({loaded:e,total:n})=>t(n>0?e/n:0),o.onload=()=>{let{id:e,errors:t}=Ye(o.responseText);e?i(e):a(Xe(o.status,t?.[0]?.extensions))},o.onerror=o.onabort=()=>a(new D(`OFFLINE`)),n.aborted)return a(new D(`OFFLINE`));n.addEventListener(`abort`,()=>o.abort()),o.send(s)})}function Ye(e){try{return JSON.parse(e)}catch{return{}}}function Xe(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new D(n,``,e===413?`size`:`file`,t.retryAfter)}function Ze(e){let t={Authorization:`Bearer ${r.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function Qe(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function $e(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function et(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function tt({nameRu:e,nameEn:t}){return a.value===`en`?t:e}function nt(){let{data:e}=ue(u,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var rt=2e9,W={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},G=`\xA0`,K=`−`;function it(e,t,n){let r=W[t]??t,i=e<0?K:``,{whole:a,part:o}=q(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:G),c=o===`00`?s:`${s}${J(n)}${o}`;return n===`en`?t in W?`${i}${r}${c}`:`${i}${r}${G}${c}`:`${i}${c}${G}${r}`}function at(e,t){let{whole:n,part:r}=q(e);return`${e<0?K:``}${n}${r===`00`?``:`${J(t)}${r}`}`}function ot(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function q(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function J(e){return e===`en`?`.`:`,`}function st(e,t=ce.value.currency){return it(e,t,a.value)}var ct=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),st=s(`
========
`),lt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),ct=s(`
========
`),ut=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[h]);function lt({form:e}){return e.restored?w(`p`,{class:`narrowed`,role:`status`,children:[T(`draft.restored`),w(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:T(`draft.discard`)})]}):null}function ut({rating:e,label:t}){let n=Math.round(e);return w(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),w(`span`,{children:`★`.repeat(5-n)})]})}var dt=1e4;function ft({state:{problem:e,says:t},reload:n}){return g(()=>{if(!e)return;let t=setInterval(n,dt);return()=>clearInterval(t)},[e,n]),w(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[w(ne,{name:e?`warning`:`telegram`}),w(`span`,{class:`row-text`,children:[w(`span`,{class:`row-title`,children:A(e?`bot.${e}`:`bot.works`)}),e&&w(`span`,{class:`row-facts`,children:A(`bot.${e}.text`)}),e&&t&&w(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Z=s(`
========
`,[g]);function dt({form:e}){return e.restored?C(`p`,{class:`narrowed`,role:`status`,children:[w(`draft.restored`),C(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:w(`draft.discard`)})]}):null}function ft({rating:e,label:t}){let n=Math.round(e);return C(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),C(`span`,{children:`★`.repeat(5-n)})]})}var pt=1e4;function mt({state:{problem:e,says:t},reload:n}){return v(()=>{if(!e)return;let t=setInterval(n,pt);return()=>clearInterval(t)},[e,n]),C(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[C(ie,{name:e?`warning`:`telegram`}),C(`span`,{class:`row-text`,children:[C(`span`,{class:`row-title`,children:k(e?`bot.${e}`:`bot.works`)}),e&&C(`span`,{class:`row-facts`,children:k(`bot.${e}.text`)}),e&&t&&C(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Y=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),pt=s(`
========
`),ht=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Settings {
    settings {
      ...SettingsFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Z]),mt=s(`
========
`,[Y]),gt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Z]),ht=s(`
========
`,[Y]),_t=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),gt=s(`
========
`),vt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),_t=s(`
========
`),yt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),vt=s(`
========
`),bt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),yt=s(`
========
`),xt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Stages {
    stages {
      ...StageFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Q]),bt=s(`
========
`,[X]),St=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Q]),xt=s(`
========
`,[X]),Ct=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Q]),St=s(`
========
`,[X]),wt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Ct=s(`
========
`),Tt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Categories {
    categories {
      ...CategoryFields
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[$]),wt=s(`
========
`,[Z]),Et=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[$]),Tt=s(`
========
`,[Z]),Q=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[$]),Et=s(`
========
`,[Z]),Dt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),Dt=s(`
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`),Ot=s(`
========
`),Ot=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
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
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[h,Dt]),kt=s(`
========
`,[g,$]),kt=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`,[Dt]),At=s(`
========
`,[$]),At=i(`
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
  query Bot {
    bot {
      url
    }
  }
<<<<<<<< HEAD:static/app/assets/common-B_8m7u9H.js
`);export{ze as $,Qe as A,He as B,ct as C,tt as D,rt as E,Ke as F,Pe as G,Ie as H,V as I,Ae as J,ke as K,Ve as L,Xe as M,Ye as N,$e as O,We as P,Fe as Q,Be as R,st as S,it as T,Le as U,R as V,Ne as W,Ee as X,Me as Y,Re as Z,xt as _,ht as a,xe as at,lt as b,bt as c,ge as ct,_t as d,he as dt,je as et,vt as f,fe as ft,mt as g,Tt as h,gt as i,Se as it,Ze as j,et as k,Et as l,pe as lt,yt as m,j as mt,Ot as n,we as nt,Ct as o,be as ot,pt as p,de as pt,Oe as q,kt as r,Ce as rt,wt as s,M as st,At as t,De as tt,St as u,me as ut,ft as v,at as w,ot as x,ut as y,B as z};
========
`);export{Ve as $,et as A,We as B,ut as C,rt as D,at as E,Je as F,Ie as G,Re as H,B as I,Me as J,je as K,Ue as L,Qe as M,Ze as N,tt as O,Ke as P,Le as Q,He as R,lt as S,ot as T,ze as U,L as V,Fe as W,Oe as X,Pe as Y,Be as Z,Ct as _,_t as a,Ce as at,dt as b,St as c,_e as ct,yt as d,ge as dt,Ne as et,bt as f,pe as ft,gt as g,Q as h,vt as i,we as it,$e as j,nt as k,Dt as l,me as lt,xt as m,A as mt,Ot as n,Ee as nt,Tt as o,Se as ot,ht as p,fe as pt,Ae as q,kt as r,Te as rt,Et as s,j as st,At as t,ke as tt,wt as u,he as ut,mt as v,st as w,ct as x,ft as y,z};
>>>>>>>> 403b9ce (The Mini App is built with what was mended in lists, dialogs, drafts, receipts and texts):static/app/assets/common-CiHB9F_x.js
