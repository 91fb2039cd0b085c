//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-CoAhwN7v.js","assets/index-C-jeUnao.js","assets/index-B1zEFz_f.css"])))=>i.map(i=>d[i]);
import{$n as e,$t as t,At as n,B as r,E as i,En as a,Ft as o,Gn as s,Gt as c,Ht as l,Jn as u,Jt as d,K as f,Lt as p,Mt as m,Nn as h,Ot as g,Pt as ee,Q as te,Qn as _,Qt as ne,Rn as re,Rt as ie,T as ae,U as oe,Un as se,Ut as v,Vt as ce,Xn as y,Xt as le,Y as ue,Yn as b,Z as de,Zn as x,Zt as fe,_ as S,a as C,an as pe,b as w,ct as me,en as he,er as T,fn as ge,ft as E,g as _e,h as ve,kt as ye,ln as be,n as xe,nn as D,nr as Se,nt as Ce,ot as O,pt as k,q as we,qt as A,rn as j,rr as Te,rt as M,s as Ee,sn as De,t as Oe,tn as ke,tr as Ae,zt as N}from"./index-C-jeUnao.js";import{n as P,t as je}from"./texts-B9pm31ul.js";function Me(t){let[n,r]=T(!1),[i,a]=T(null),o=_(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await t()}catch(e){if(!(e instanceof N))throw e;j.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}let c=e(()=>a(null),[]),l=i?.code===`OFFLINE`;return b(()=>{if(l)return addEventListener(`online`,c),()=>removeEventListener(`online`,c)},[l,c]),{busy:n,problem:i,submit:s,forget:c}}function Ne({title:e,onClose:t,children:n}){let r=_(null),i=x();return b(()=>r.current?.showModal(),[]),k(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[k(`div`,{class:`panel-head`,children:[k(`h2`,{id:i,children:e}),k(`button`,{type:`button`,class:`round-button`,"aria-label":A(`action.close`),onClick:()=>r.current?.close(),children:k(E,{name:`close`})})]}),n]})}function Pe({text:e}){return e?k(`p`,{class:`form-error`,role:`alert`,children:e}):null}var Fe=s(`
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
`),Ie=s(`
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
`,[ge]),Le=s(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),Re=s(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),ze=d({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function Be(e){let t=D.value;b(()=>{if(e)return w.value=()=>t.confirm({title:A(`unsaved.question`),text:A(`unsaved.text`),yes:A(`unsaved.leave`),no:A(`unsaved.stay`)}),t.confirmClosing(!0),()=>{w.value=null,t.confirmClosing(!1)}},[e,t])}function Ve(e,n){let r=e===null?null:`draft.${ee()}.${e}`,[{content:i,restored:a,attempt:o},s]=T(()=>{let e=r===null?null:Ue(r);return{content:{...n,...e?.content},restored:e!==null,attempt:e?.attempt??F()}}),c=!He(i,n);return Be(c&&r!==null),y(()=>{r!==null&&(c?he(r,JSON.stringify({content:i,attempt:o})):t(r))},[r,c,o]),b(()=>()=>{r!==null&&t(r)},[r]),{content:i,changed:c,restored:a,attempt:o,change(e){s(t=>({...t,content:{...t.content,...e},attempt:F()}))},reset(){s({content:n,restored:!1,attempt:F()})}}}function F(){return`${Date.now()}.${Math.random()}`}function He(e,t){return Object.keys(t).every(n=>I(e[n])===I(t[n]))}function I(e=``){return typeof e==`string`?e:[...e].sort().join()}function Ue(e){try{return JSON.parse(ke(e)??`null`)}catch{return null}}function We(e){let{content:t,change:n,attempt:r,...i}=Ve(e.draft??null,e.initial),[a,o]=T({}),{busy:s,problem:c,submit:u,forget:d}=Me(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),f=(c&&e.explain?.(c))??{},p={...a,...f},m=e=>{n(e),o(({nonFieldErrors:t,...n})=>Object.fromEntries(Object.entries(n).filter(([t])=>!(t in e))));let t=Object.keys(f);(t.length===0||t.some(t=>t in e))&&d()},h=(e,t)=>m({[e]:t});return{...i,values:t,change:m,errors:p,failure:p.nonFieldErrors??(c&&Object.keys(f).length===0?l(c):void 0),problem:c,busy:s,submit:u,field:e=>({value:t[e],onInput:t=>h(e,t),error:p[e]}),choice:e=>({chosen:t[e],onChoose:t=>h(e,t)})}}function Ge(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Ke(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:l(t)}}}var qe=1e4;function Je(e){return[...e.trim()].length}function Ye({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,longest:c,...l}){let u=x(),d=_(null);b(()=>{s&&d.current?.focus()},[]);let f=c!==void 0&&t.length>c*.9?Je(t):0,p=c!==void 0&&f>c?A(`error.invalid.tooLong.by`,{count:c,more:f-c}):i,m=p??(f>0?A(`field.length`,{length:f,longest:c}):r),h={id:u,ref:d,value:t,"aria-invalid":p!==void 0,"aria-describedby":m?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},g={type:a,...h};return k(`div`,{class:`field`,children:[k(`label`,{for:u,children:e}),o?k(`textarea`,{rows:4,...h}):k(`input`,{...g}),m&&k(`p`,{id:`${u}-note`,class:p?`field-error`:`field-hint`,role:p?`alert`:void 0,children:m})]})}function Xe({submit:e,element:t,children:n,...r}){return k(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault();let n=t.currentTarget;e().then(()=>requestAnimationFrame(()=>Ze(n)))},children:n})}function Ze(e){let t=e.querySelector(`[aria-invalid="true"]`),n=t??e.querySelector(`.form-error`);(n?.closest(`.field`)??n)?.scrollIntoView({block:`center`}),t?.focus({preventScroll:!0})}function L(t,n,{keep:r=!1}={}){let[i,a]=T({data:null,problem:null,loading:!0}),[o,s]=T(0),c=e(()=>s(e=>e+1),[]),l=JSON.stringify(n),u=_(l),d=g.value;return b(()=>{let e=u.current===l||r;u.current=l,a(t=>({data:e?t.data:null,problem:null,loading:!0}));let{unsubscribe:i}=d.query(t,n,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{a(r=>({data:e??(t?r.data:null),problem:t?v(t):null,loading:n}))});return i},[d,t,l,o]),b(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&c()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,c),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,c)}},[c]),{...i,reload:c}}var R=u(null);function Qe({title:e,subtitle:t,back:n,children:r}){let i=_(null),a=D.value.backButton,o=Ae(xe);return b(()=>{n&&i.current?.focus({preventScroll:!0})},[]),b(()=>{if(n&&a&&o)return a.show(()=>(R.peek()??(()=>ve(n)))()),()=>a.hide()},[a,o,n&&S(n)]),k(`header`,{class:`header`,children:[n&&!a&&k(`a`,{class:`back`,href:S(n),onClick:e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),ve(n))},children:[k(E,{name:`back`}),k(`span`,{children:A(`action.back`)})]}),k(`div`,{class:`header-line`,children:[k(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&k(`p`,{class:`subtitle`,children:t})]})}function $e({title:e,note:t,children:n}){let r=x();return k(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&k(`h2`,{id:r,class:`section-title`,children:e}),k(`div`,{class:`card`,children:n}),t&&k(`div`,{class:`section-note`,children:t})]})}var z=s(`
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
`),B=s(`
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
`),V=s(`
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
`),et=s(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[z]),tt=s(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[z]),nt=s(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[z]),rt=s(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`),it=s(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[z]),at=s(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[z]),ot=s(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[B]),st=s(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[B]),ct=s(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),lt=s(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),ut=s(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[V]),dt=s(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[V]),ft=s(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[V]),pt=s(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),H=u(`untried`),U=`loggedOut`;async function mt(){j.initData!==``&&ke(U)===null&&await ht()}async function ht(){H.value=`running`;try{let e=ce((await n(De,{initData:j.initData},ne())).loginTelegram);H.value=gt(e)?`untried`:yt(e)}catch(e){if(!(e instanceof N))throw e;H.value={problem:l(e)}}}function gt(e){let n=e.success?p(e):null;return n?(t(U),ie(n),ye(),!0):!1}async function _t(){if(j.initData!==``)try{await n(pe,{initData:j.initData}),C(P(`login.linked`))}catch(e){if(!(e instanceof N))throw e;C(e.code===`CONFLICT`?P(`login.linkedToOther`):P(`login.notLinked`),{kind:`failed`})}}function vt(){he(U,`yes`)}function yt({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:P(`login.telegram.expired`)}}async function bt(e,t=l){try{let t=await e();return j.haptic(`success`),C(t),!0}catch(e){if(!(e instanceof N))throw e;return j.haptic(`error`),C(t(e),{kind:`failed`}),!1}}function xt(e,t,n){let r=JSON.stringify(t),i=g.value,[a,o]=T([]),s=_({read:()=>{},stop:()=>{}});y(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?Oe.first:Oe.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?v(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};St(c);let l=Se(()=>a[0]?.connection?Ct(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),u=a.at(-1),d=u?.connection?.pageInfo;return{rows:l,hasMore:d?.hasNextPage??!1,loadMore:()=>{u&&!u.loading&&d?.hasNextPage&&s.current.read(a.length,d.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function St(e){let t=_(e);t.current=e,b(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function Ct(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function wt({onMore:e}){let t=_(null),n=_(e);return n.current=e,b(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),k(`div`,{class:`list-more`,children:k(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:A(`list.more`)})})}async function Tt(e,t){let{id:r,status:i}=e;if(t!==`CLOSED`||i===`READY`||await Et(r,i)){j.haptic(`impact`);try{let{updateTask:e}=await n(a,{taskData:{id:r,status:t}},{fetch:Ot(r)}),{undoUntil:i,customer:o}=e?.task??{},s=A(`task.changed`,{id:r,status:A(`status.${t}`)}),c=t===`READY`&&o?O(o):`reached`;C(c===`reached`?s:`${s}. ${A(`task.untold.${c}`)}`,{...c!==`reached`&&o?.phone&&{phone:o.phone},...i&&{until:i,action:{text:A(`action.undo`),run:()=>void Dt(r)}}})}catch(e){if(!(e instanceof N))throw e;j.haptic(`error`),C(A(`task.notChanged`,{id:r,status:A(`status.${i}`),reason:l(e)}),{kind:`failed`})}}}function Et(e,t){return j.confirm({title:A(`task.close.question`,{id:e}),text:A(`task.close.text`,{status:A(`status.${t}`)}),yes:A(`next.CLOSED`),no:A(`action.cancel`)})}function Dt(e){return bt(async()=>(await n(re,{id:e},{fetch:Ot(e)}),A(`told.undone`)),e=>e.code===`CONFLICT`?A(`told.late`):l(e))}var W=new Map;function Ot(e){return(t,n)=>{let r=()=>fe(t,{...n,keepalive:!0}),i=W.get(e)?.then(r,r)??r(),a=()=>{W.get(e)===i&&W.delete(e)};return W.set(e,i),i.then(a,a),i}}function kt(e){return[e?.kind,e?.maker,e?.model].filter(Boolean).join(` `)}function At({name:e,email:t}){return e||t}function jt({phone:e}){let t=A(`action.call`,{phone:e});return k(`a`,{class:`round-button`,href:me(e,M.value.region),"aria-label":t,title:t,children:k(E,{name:`phone`})})}function G(e){return e.name||e.phone||A(`customer.nameless`)}function Mt({customer:e}){let t=ae.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return k(`li`,{class:`customer-row`,"data-current":n,children:k(`a`,{id:`customer-${e.id}`,class:`row-link`,href:S(_e(e.id)),"aria-current":n?`page`:void 0,children:[k(Nt,{customer:e}),k(E,{name:`next`})]})})}function Nt({customer:e}){return k(Te,{children:[k(Lt,{customer:e}),k(`span`,{class:`row-text`,children:[k(`span`,{class:`row-title`,children:G(e)}),k(`span`,{class:`row-facts`,children:[e.name?e.phone??``:A(`customer.nameless`),e.telegramId!==null&&k(Ft,{customer:e}),Pt(e)&&k(`span`,{class:`unproven`,children:A(`customer.unproven`)})]})]})]})}function Pt({telegramId:e,verified:t}){return e!==null&&!t}function Ft({customer:e}){let t=O(e)===`blocked`,n=A(t?`customer.hasBlocked`:`customer.inTelegram`);return k(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:k(E,{name:t?`warning`:`telegram`})})}var It=7;function Lt({customer:e}){let t=(e.name??``).match(/\p{L}/u)?Rt(e.name):``;return k(`span`,{class:`avatar avatar-${Number(e.id)%It}`,"aria-hidden":`true`,children:t||k(E,{name:`person`})})}function Rt(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}var zt=u(0);setInterval(()=>zt.value++,6e4);function K(){zt.value}function Bt(e){let t=Ce(M.value.timezone),n=oe(e),r=f(e),i=n===t?`promise.today`:n===de(t,1)?`promise.tomorrow`:null,a=i?A(i):te(n,t,c.value);return r?A(`promise.hour`,{day:a,hour:r}):a}function Vt({task:{promisedTime:e,overdueTime:t}}){if(K(),!t||!e)return null;let n=Bt(ue(e,M.value.timezone)),r=we(t);return k(`span`,{class:`promised`,"data-overdue":r,children:A(r?`promise.overdue`:`promise.until`,{day:n})})}var q=u(null),Ht=1e3;function Ut(e){let[t,n]=T(e);return b(()=>{let t=setTimeout(n,Ht,e);return()=>clearTimeout(t)},[e]),t!==e}var Wt=60,J=3600,Gt=24*J;function Kt(e){return e<1.5*J?{unit:`minutes`,count:Math.max(1,Math.round(e/Wt))}:e<2*Gt?{unit:`hours`,count:Math.round(e/J)}:{unit:`days`,count:Math.round(e/Gt)}}function qt(e){let{unit:t,count:n}=Yt(e);return A(`wait.${t}`,{count:n})}function Jt(e){let{unit:t,count:n}=Yt(e);return A(`ready.${t}`,{count:n})}function Yt(e){return Kt(Math.max(0,(Date.now()-Date.parse(e))/1e3))}function Xt({task:e,day:t,toPickUp:n=!1}){let{id:r,customer:a,status:o}=e;b(()=>{q.peek()?.id===r&&(q.value=e)},[e]);let s=e.category??`OTHER`,c=ae.value,l=`id`in c&&c.screen.startsWith(`task`)&&c.id===r,u=A(`task.title`,{id:r}),d=a?G(a):A(`task.withoutCustomer`),f=t===void 0&&a?.name?a.phone:null,p=[kt(e.item),e.description].filter(Boolean).join(`. `),m=n&&(e.employee?At(e.employee):A(`task.nobody`)),h=[t??A(`task.number`,{id:r}),m||(f??A(`category.${s}`))];return k(`li`,{class:`task-row`,"data-current":l,children:[k(`span`,{class:`tile tile-${s}`,title:A(`category.${s}`),children:[k(E,{name:s}),k(`span`,{class:`visually-hidden`,children:A(`category.${s}`)})]}),k(`a`,{id:`task-${r}`,class:`row-title whole-row`,href:S(i(r)),onClick:()=>q.value=e,"aria-label":t===void 0?`${u}, ${d}`:void 0,"aria-current":l?`page`:void 0,children:t===void 0?d:u}),o&&!(n&&o===`READY`)&&k(en,{status:o}),p&&k(`span`,{class:`task-description`,children:p}),k(`span`,{class:`task-facts quiet`,children:[e.awaitingReplySince&&k(Zt,{since:e.awaitingReplySince}),k(Vt,{task:e}),o===`READY`&&e.readySince&&k(Qt,{since:e.readySince}),k(`span`,{class:`fact-list`,children:k(`span`,{class:`fact-lines`,children:[k(`span`,{class:`fact`,children:h[0]}),` `,k(`span`,{class:`fact`,children:[k(`span`,{class:`fact-dot`,children:`· `}),h[1]]})]})})]}),o&&k(`span`,{class:`task-actions`,children:[n&&a?.phone&&k(jt,{phone:a.phone}),k($t,{id:r,status:o})]})]})}function Zt({since:e}){return K(),k(`span`,{class:`waits`,children:A(`task.waits`,{span:qt(e)})})}function Qt({since:e}){return K(),k(`span`,{class:`ready-since`,children:Jt(e)})}function $t({id:e,status:t}){let n=r(t),i=Ut(t);return n===null?null:k(`button`,{type:`button`,class:`next-button`,"aria-disabled":i,"aria-label":A(`tasks.advance`,{id:e,action:A(`next.${n}`)}),onClick:()=>!i&&void Tt({id:e,status:t},n),children:[A(`next.${n}`),k(E,{name:`next`})]})}function en({status:e}){return k(`span`,{class:`pill pill-${e}`,children:A(`status.${e}`)})}function tn({label:e,options:t,chosen:n,text:r,onChoose:i,look:a,acts:o=!1}){let s=x(),[,c]=T({});return k(`div`,{class:a,role:`radiogroup`,"aria-label":e,...o&&{onKeyDown:rn},children:t.map(e=>k(`label`,{class:`option option-${e}`,children:[k(`input`,{class:`visually-hidden`,type:`radio`,name:s,value:e,checked:e===n,onChange:()=>{i(e),c({})}}),k(`span`,{children:r(e)})]},e))})}var nn={ArrowLeft:-1,ArrowUp:-1,ArrowRight:1,ArrowDown:1};function rn(e){let t=[...e.currentTarget.querySelectorAll(`input`)],n=t.indexOf(e.target),r=nn[e.key];if(r!==void 0)t[(n+r+t.length)%t.length]?.focus();else if(e.key===`Enter`)t[n]?.click();else return;e.preventDefault()}function an({text:e,count:t,on:n,onToggle:r,look:i}){return k(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?k(`span`,{class:`chip-count`,children:le(c.value,t)}):null]})}function on({text:e,onClick:t,busy:n=!1,aboveTabs:r=!1}){let i=_(null),a=r?null:D.value.mainButton,o=Ae(xe);return b(()=>{o&&a?.show({text:e,busy:n,enabled:!0,onClick:()=>i.current?.click()})}),b(()=>{if(!o||!a)return;let{dataset:e}=document.documentElement;return e.mainButton=`native`,()=>{delete e.mainButton,a.hide()}},[a,o]),k(`div`,{class:a?`visually-hidden`:`main-button`,children:k(`button`,{ref:i,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:a?-1:0,"aria-hidden":a?!0:void 0,children:e})})}var sn=20971520,cn=3,Y=0,ln=[];async function un(e,t,n){Y>=cn&&await new Promise(e=>ln.push(e)),Y++;try{return await dn(e,t,n)}catch(r){if(!(r instanceof N)||r.code!==`UNAUTHENTICATED`)throw r;return await g.value.query(be,{},{requestPolicy:`network-only`}).toPromise(),await dn(e,t,n)}finally{Y--,ln.shift()?.()}}function dn(e,t,n){return new Promise((r,i)=>{let a=new XMLHttpRequest,s=new FormData;if(s.append(`file`,e,e.name),a.open(`POST`,`/files`),a.setRequestHeader(`Authorization`,`Bearer ${o.value?.token}`),a.upload.onprogress=({loaded:e,total:n})=>t(n>0?e/n:0),a.onload=()=>{let{id:e,errors:t}=fn(a.responseText);e?r(e):i(pn(a.status,t?.[0]?.extensions))},a.onerror=a.onabort=()=>i(new N(`OFFLINE`)),n.aborted)return i(new N(`OFFLINE`));n.addEventListener(`abort`,()=>a.abort()),a.send(s)})}function fn(e){try{return JSON.parse(e)}catch{return{}}}function pn(e,t={}){let n=t.code??(e===413?`INVALID`:e===401?`UNAUTHENTICATED`:`INTERNAL`);return new N(n,``,e===413?`size`:`file`,t.retryAfter)}function mn(e){let t={Authorization:`Bearer ${o.value?.token}`};fetch(`/files/${e}`,{method:`DELETE`,headers:t}).catch(()=>void 0)}function hn(e){if(e<1e3)return{unit:`B`,count:e};if(e<999500)return{unit:`kB`,count:Math.round(e/1e3)};let t=e/1e6;return{unit:`MB`,count:t<10?Math.round(t*10)/10:Math.round(t)}}function gn(e){return`${Math.floor(e/60)}:${String(e%60).padStart(2,`0`)}`}function _n(e){return e.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)}function vn({nameRu:e,nameEn:t}){return c.value===`en`?t:e}function yn(){let{data:e}=L(h,{});return{stages:e?.stages??[],categories:e?.categories??[]}}var bn=2e9,X={RUB:`₽`,USD:`$`,EUR:`€`,GBP:`£`,KZT:`₸`,UAH:`₴`,GEL:`₾`,AMD:`֏`,TRY:`₺`},Z=`\xA0`,xn=`−`;function Sn(e,t,n){let r=X[t]??t,i=e<0?xn:``,{whole:a,part:o}=Tn(e),s=a.replace(/\B(?=(\d{3})+$)/g,n===`en`?`,`:Z),c=o===`00`?s:`${s}${En(n)}${o}`;return n===`en`?t in X?`${i}${r}${c}`:`${i}${r}${Z}${c}`:`${i}${c}${Z}${r}`}function Cn(e,t){let{whole:n,part:r}=Tn(e);return`${e<0?xn:``}${n}${r===`00`?``:`${En(t)}${r}`}`}function wn(e){let t=e.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu,``).replace(/[−–]/,`-`).replace(/^([^-]+)-$/,`-$1`),[,n=``,r=``,i=``]=/^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(t)??[];if(r===``)return null;let a=Number(r.replaceAll(`,`,``))*100+Number(i.padEnd(2,`0`));return a>2e9?null:n&&a>0?-a:a}function Tn(e){let t=String(Math.abs(e)).padStart(3,`0`);return{whole:t.slice(0,-2),part:t.slice(-2)}}function En(e){return e===`en`?`.`:`,`}function Dn(e,t=M.value.currency){return Sn(e,t,c.value)}var On=s(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`),kn=s(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`),An=s(`
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
`,[se]);function jn({form:e}){return e.restored?k(`p`,{class:`narrowed`,role:`status`,children:[A(`draft.restored`),k(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:A(`draft.discard`)})]}):null}var Mn=1e3;function Nn(t){let n=_(t);n.current=t;let r=_(null);return b(()=>()=>clearTimeout(r.current??void 0),[]),e(()=>{r.current??=setTimeout(()=>{r.current=null,n.current()},Mn)},[])}var Pn=Ee(async()=>(await m(async()=>{let{ExportDialog:e}=await import(`./export-dialog-CoAhwN7v.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Fn(e){let[t,n]=T(!1),r=A(`action.export`);return k(Te,{children:[k(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:k(E,{name:`download`})}),t&&k(Pn,{...e,onClose:()=>n(!1)})]})}function In(e,t){let[n,r]=T({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Ln({count:e,onShow:t}){return e===0?null:k(`div`,{class:`new-rows`,role:`status`,children:k(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:A(`list.arrived`,{count:e})})})}var Rn=200;function zn({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=_(null);return k(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[k(E,{name:`search`}),k(`input`,{ref:a,type:t,value:n,maxLength:Rn,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&k(`button`,{type:`button`,"aria-label":A(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:k(E,{name:`close`})})]})}function Bn({rating:e,label:t}){let n=Math.round(e);return k(`span`,{class:`stars`,role:`img`,"aria-label":t,"data-poor":e<=3,children:[`★`.repeat(n),k(`span`,{children:`★`.repeat(5-n)})]})}function Vn(e){let t=_(null);return t.current=e??t.current,t.current}var Hn=1e4;function Un({state:{problem:e,says:t},reload:n}){return b(()=>{if(!e)return;let t=setInterval(n,Hn);return()=>clearInterval(t)},[e,n]),k(`div`,{class:`row-link row-setting ${e?`bot-fails`:``}`,role:e?`alert`:void 0,children:[k(E,{name:e?`warning`:`telegram`}),k(`span`,{class:`row-text`,children:[k(`span`,{class:`row-title`,children:je(e?`bot.${e}`:`bot.works`)}),e&&k(`span`,{class:`row-facts`,children:je(`bot.${e}.text`)}),e&&t&&k(`span`,{class:`row-facts`,lang:`en`,children:t})]})]})}var Wn=s(`
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
`),Gn=s(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`,[Wn]),Kn=s(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`,[Wn]),qn=s(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`),Jn=s(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`),Yn=s(`
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
`),Xn=s(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`),Zn=s(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`,[Q]),Qn=s(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Q]),$n=s(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`,[Q]),er=s(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`),tr=s(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`,[$]),nr=s(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[$]),rr=s(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`,[$]),ir=s(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`),ar=s(`
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
`),or=s(`
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
`,[se,ar]),sr=s(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`,[ar]),cr=s(`
  query Bot {
    bot {
      url
    }
  }
`);export{K as $,Dn as A,pt as At,sn as B,Ke as Bt,In as C,rt as Ct,On as D,et as Dt,jn as E,ot as Et,yn as F,R as Ft,Xt as G,Ie as Gt,on as H,We as Ht,_n as I,L as It,Kt as J,Fe as Jt,Jt as K,Le as Kt,gn as L,Xe as Lt,Cn as M,tt as Mt,bn as N,$e as Nt,kn as O,ft as Ot,vn as P,Qe as Pt,Bt as Q,hn as R,Ye as Rt,Ln as S,ct as St,Nn as T,it as Tt,an as U,Be as Ut,un as V,Ge as Vt,tn as W,ze as Wt,q as X,Ne as Xt,Ut as Y,Pe as Yt,Vt as Z,Me as Zt,$n as _,vt as _t,qn as a,jt as at,Bn as b,dt as bt,Qn as c,Tt as ct,Yn as d,xt as dt,Lt as et,Xn as f,bt as ft,Kn as g,ht as gt,rr as h,mt as ht,Jn as i,G as it,wn as j,at as jt,An as k,lt as kt,ir as l,Dt as lt,Zn as m,_t as mt,or as n,Mt as nt,tr as o,At as ot,Gn as p,gt as pt,qt as q,Re as qt,sr as r,Pt as rt,nr as s,kt as st,cr as t,Nt as tt,er as u,wt as ut,Un as v,H as vt,Fn as w,nt as wt,zn as x,st as xt,Vn as y,ut as yt,mn as z,qe as zt};