//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-Jm0TCFfw.js","assets/index-DvN7nwHC.js","assets/index-CRJ97Qmr.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,At as n,C as r,Ct as i,Dt as a,Et as o,Ft as s,I as c,L as l,O as u,Ot as d,Q as f,St as p,Tt as m,Yt as ee,_n as te,a as ne,bt as h,ct as re,dn as g,dt as ie,et as _,fn as v,ft as y,gn as b,gt as ae,hn as x,ht as oe,it as se,j as ce,k as le,l as S,ln as C,lt as w,m as ue,mn as T,mt as E,n as de,nt as fe,o as D,p as pe,pn as O,pt as k,sn as A,st as me,t as j,u as he,un as M,vn as N,vt as P,wt as F,xt as ge,yt as _e}from"./index-DvN7nwHC.js";import{t as I}from"./texts-C6iC-UBJ.js";function ve(e){let[t,n]=x(!1),[r,i]=x(null),o=O(!1);async function s(){if(!o.current){o.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof w))throw e;a.haptic(`error`),i(e)}finally{o.current=!1,n(!1)}}}return{busy:t,problem:r,submit:s}}function ye({title:e,onClose:t,children:n}){let r=O(null),i=v();return M(()=>r.current?.showModal(),[]),l(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[l(`div`,{class:`panel-head`,children:[l(`h2`,{id:i,children:e}),l(`button`,{type:`button`,class:`round-button`,"aria-label":P(`action.close`),onClick:()=>r.current?.close(),children:l(c,{name:`close`})})]}),n]})}function be({text:e}){return e?l(`p`,{class:`form-error`,role:`alert`,children:e}):null}var xe=A(`
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
`),Se=A(`
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
`,[s]),Ce=A(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),we=A(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Te=_e({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function Ee(e){M(()=>{if(e)return S.value=()=>a.confirm({title:P(`unsaved.question`),text:P(`unsaved.text`),yes:P(`unsaved.leave`),no:P(`unsaved.stay`)}),a.confirmClosing(!0),()=>{S.value=null,a.confirmClosing(!1)}},[e])}function De(e,t){let n=e===null?null:`draft.${se()}.${e}`,[{content:r,restored:i,attempt:a},o]=x(()=>{let e=n===null?null:ke(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??L()}}),s=!Oe(r,t);return Ee(s&&n!==null),g(()=>{n!==null&&(s?m(n,JSON.stringify({content:r,attempt:a})):F(n))},[n,s,a]),M(()=>()=>{n!==null&&F(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:L()}))},reset(){o({content:t,restored:!1,attempt:L()})}}}function L(){return`${Date.now()}.${Math.random()}`}function Oe(e,t){return Object.keys(t).every(n=>R(e[n])===R(t[n]))}function R(e=``){return typeof e==`string`?e:[...e].sort().join()}function ke(e){try{return JSON.parse(o(e)??`null`)}catch{return null}}function Ae(e){let{content:t,change:n,attempt:r,...i}=De(e.draft??null,e.initial),[a,o]=x({}),{busy:s,problem:c,submit:l}=ve(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),u=(c&&e.explain?.(c))??{},d={...a,...u},f=e=>{n(e),o(t=>Object.fromEntries(Object.entries(t).filter(([t])=>!(t in e))))},p=(e,t)=>f({[e]:t});return{...i,values:t,change:f,errors:d,failure:d.nonFieldErrors??(c&&Object.keys(u).length===0?y(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>p(e,t),error:d[e]}),choice:e=>({chosen:t[e],onChoose:t=>p(e,t)})}}function je(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Me(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:y(t)}}}function Ne({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let u=v(),d=O(null);M(()=>{s&&d.current?.focus()},[]);let f=i??r,p={id:u,ref:d,value:t,"aria-invalid":i!==void 0,"aria-describedby":f?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},m={type:a,...p};return l(`div`,{class:`field`,children:[l(`label`,{for:u,children:e}),o?l(`textarea`,{rows:4,...p}):l(`input`,{...m}),f&&l(`p`,{id:`${u}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:f})]})}function Pe({submit:e,element:t,children:n,...r}){return l(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function Fe(e,t,{keep:n=!1}={}){let[r,i]=x({data:null,problem:null,loading:!0}),[a,o]=x(0),s=T(()=>o(e=>e+1),[]),c=JSON.stringify(t),l=O(c),u=f.value;return M(()=>{let r=l.current===c||n;l.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=u.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?k(t):null,loading:n}))});return a},[u,e,c,a]),M(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}var z=C(null);function Ie({title:e,subtitle:t,back:n,children:r}){let i=O(null),o=a.backButton,s=b(de);return M(()=>{n&&i.current?.focus({preventScroll:!0})},[]),M(()=>{if(n&&o&&s)return o.show(()=>(z.peek()??(()=>he(n)))()),()=>o.hide()},[o,s,n&&D(n)]),l(`header`,{class:`header`,children:[n&&!o&&l(`a`,{class:`back`,href:D(n),children:[l(c,{name:`back`}),l(`span`,{children:P(`action.back`)})]}),l(`div`,{class:`header-line`,children:[l(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&l(`p`,{class:`subtitle`,children:t})]})}function Le({title:e,note:t,children:n}){let r=v();return l(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&l(`h2`,{id:r,class:`section-title`,children:e}),l(`div`,{class:`card`,children:n}),t&&l(`div`,{class:`section-note`,children:t})]})}var B=A(`
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
`),V=A(`
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
`),H=A(`
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
`),Re=A(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[B]),ze=A(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[B]),Be=A(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ve=A(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),He=A(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ue=A(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[V]),We=A(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[V]),Ge=A(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ke=A(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),qe=A(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[H]),Je=A(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[H]),Ye=A(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[H]),Xe=A(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),U=C(`untried`),W=`loggedOut`;async function Ze(){a.initData!==``&&o(W)===null&&await G()}async function G(){U.value=`running`;try{let e=ie((await _(n,{initData:a.initData},i())).loginTelegram);U.value=K(e)?`untried`:et(e)}catch(e){if(!(e instanceof w))throw e;U.value={problem:y(e)}}}function K(t){let n=t.success?me(t):null;return n?(F(W),re(n),e(),!0):!1}async function Qe(){if(a.initData!==``)try{await _(d,{initData:a.initData}),t(I(`login.linked`))}catch(e){if(!(e instanceof w))throw e;t(e.code===`CONFLICT`?I(`login.linkedToOther`):I(`login.notLinked`),{kind:`failed`})}}function $e(){m(W,`yes`)}function et({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:I(`login.telegram.expired`)}}async function tt(e,n=y){try{let n=await e();return a.haptic(`success`),t(n),!0}catch(e){if(!(e instanceof w))throw e;return a.haptic(`error`),t(n(e),{kind:`failed`}),!1}}function nt({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=v(),[,s]=x({});return l(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>l(`label`,{class:`option option-${e}`,children:[l(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),l(`span`,{children:r(e)})]},e))})}function rt({text:e,count:t,on:n,onToggle:r,look:i}){return l(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?l(`span`,{class:`chip-count`,children:ge(ae.value,t)}):null]})}function q(e,t=new Date){return it(e,t)?.slice(0,10)??h(`sv-SE`,{timeZone:e}).format(t)}function it(e,t){let{clock:n,timezone:r}=le.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function at(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function ot(e,t){return q(t,new Date(e))}function J(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function st(e,t,n){return h(n,{timeZone:t,...J(n)}).format(new Date(e))}function ct(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in E.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=E[n];return oe(n,l,{day:String(Number(a)),month:String(c),year:r})}function lt(e,t,n,r=new Date){let i=new Date(e),a=q(t,i).slice(0,4)===q(t,r).slice(0,4);return h(n,{timeZone:t,day:`numeric`,month:`long`,...J(n),...a?{}:{year:`numeric`}}).format(i)}function ut({name:e,email:t}){return e||t}function dt(e,t,n){let r=JSON.stringify(t),i=f.value,[a,o]=x([]),s=O({read:()=>{},stop:()=>{}});g(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?j.first:j.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?k(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};ft(c);let l=te(()=>a[0]?.connection?pt(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),u=a.at(-1),d=u?.connection?.pageInfo;return{rows:l,hasMore:d?.hasNextPage??!1,loadMore:()=>{u&&!u.loading&&d?.hasNextPage&&s.current.read(a.length,d.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function ft(e){let t=O(e);t.current=e,M(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function pt(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Y(e){return e.name||e.phone||P(`customer.nameless`)}function mt({customer:e}){let t=pe.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return l(`li`,{class:`customer-row`,"data-current":n,children:l(`a`,{id:`customer-${e.id}`,class:`row-link`,href:D(ne(e.id)),"aria-current":n?`page`:void 0,children:[l(X,{customer:e}),l(c,{name:`next`})]})})}function X({customer:e}){return l(N,{children:[l(vt,{customer:e}),l(`span`,{class:`row-text`,children:[l(`span`,{class:`row-title`,children:Y(e)}),l(`span`,{class:`row-facts`,children:[e.name?e.phone??``:P(`customer.nameless`),e.telegramId!==null&&l(gt,{customer:e}),ht(e)&&l(`span`,{class:`unproven`,children:P(`customer.unproven`)})]})]})]})}function ht({telegramId:e,verified:t}){return e!==null&&!t}function gt({customer:e}){let t=u(e)===`blocked`,n=P(t?`customer.hasBlocked`:`customer.inTelegram`);return l(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:l(c,{name:t?`warning`:`telegram`})})}var _t=7;function vt({customer:e}){let t=(e.name??``).match(/\p{L}/u)?yt(e.name):``;return l(`span`,{class:`avatar avatar-${Number(e.id)%_t}`,"aria-hidden":`true`,children:t||l(c,{name:`person`})})}function yt(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function bt({text:e,onClick:t,busy:n=!1}){let r=O(null),i=a.mainButton,o=b(de);return M(()=>{o&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),M(()=>{if(o)return()=>i?.hide()},[i,o]),l(`div`,{class:i?`visually-hidden`:`main-button`,children:l(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function xt({onMore:e}){let t=O(null),n=O(e);return n.current=e,M(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),l(`div`,{class:`list-more`,children:l(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:P(`list.more`)})})}async function Z(e,n){let{id:r,status:i}=e;a.haptic(`selection`);try{await _(ee,{taskData:{id:r,status:n}},{fetch:St(r)}),t(P(`task.changed`,{id:r,status:P(`status.${n}`)}),{action:{text:P(`action.undo`),run:()=>void Z({id:r,status:n},i)}})}catch(e){if(!(e instanceof w))throw e;a.haptic(`error`),t(P(`task.notChanged`,{id:r,status:P(`status.${i}`),reason:y(e)}),{kind:`failed`})}}var Q=new Map;function St(e){return(t,n)=>{let r=()=>p(t,{...n,keepalive:!0}),i=Q.get(e)?.then(r,r)??r(),a=()=>{Q.get(e)===i&&Q.delete(e)};return Q.set(e,i),i.then(a,a),i}}var Ct=C(0);setInterval(()=>Ct.value++,6e4);function wt(){Ct.value}var Tt=60,$=3600,Et=24*$;function Dt(e){return e<1.5*$?{unit:`minutes`,count:Math.max(1,Math.round(e/Tt))}:e<2*Et?{unit:`hours`,count:Math.round(e/$)}:{unit:`days`,count:Math.round(e/Et)}}function Ot(e){let{unit:t,count:n}=Dt(Math.max(0,(Date.now()-Date.parse(e))/1e3));return P(`wait.${t}`,{count:n})}function kt({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=pe.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,u=P(`task.title`,{id:n}),d=r?Y(r):P(`task.withoutCustomer`),f=t===void 0&&r?.name?r.phone:null,p=[t??`№ ${n}`,f??P(`category.${a}`)];return l(`li`,{class:`task-row`,"data-current":s,children:[l(`span`,{class:`tile tile-${a}`,title:P(`category.${a}`),children:[l(c,{name:a}),l(`span`,{class:`visually-hidden`,children:P(`category.${a}`)})]}),l(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:D(ue(n)),"aria-label":t===void 0?`${u}, ${d}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?d:u}),i&&l(Mt,{status:i}),e.description&&l(`span`,{class:`task-description`,children:e.description}),l(`span`,{class:`task-facts quiet`,children:[e.awaitingReplySince&&l(At,{since:e.awaitingReplySince}),l(`span`,{class:`fact`,children:[p[0],` ·`]}),` `,l(`span`,{class:`fact`,children:p[1]})]}),i&&l(jt,{id:n,status:i})]})}function At({since:e}){return wt(),l(`span`,{class:`waits`,children:P(`task.waits`,{span:Ot(e)})})}function jt({id:e,status:t}){let n=r(t);return n===null?null:l(`button`,{type:`button`,class:`next-button`,"aria-label":P(`tasks.advance`,{id:e,action:P(`next.${n}`)}),onClick:()=>void Z({id:e,status:t},n),children:[P(`next.${n}`),l(c,{name:`next`})]})}function Mt({status:e}){return l(`span`,{class:`pill pill-${e}`,children:P(`status.${e}`)})}var Nt=1e3;function Pt(e){let t=O(e);t.current=e;let n=O(null);return M(()=>()=>clearTimeout(n.current??void 0),[]),T(()=>{n.current??=setTimeout(()=>{n.current=null,t.current()},Nt)},[])}var Ft=ce(async()=>(await fe(async()=>{let{ExportDialog:e}=await import(`./export-dialog-Jm0TCFfw.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function It(e){let[t,n]=x(!1),r=P(`action.export`);return l(N,{children:[l(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:l(c,{name:`download`})}),t&&l(Ft,{...e,onClose:()=>n(!1)})]})}function Lt(e,t){let[n,r]=x({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Rt({count:e,onShow:t}){return e===0?null:l(`div`,{class:`new-rows`,role:`status`,children:l(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:P(`list.arrived`,{count:e})})})}var zt=200;function Bt({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=O(null);return l(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[l(c,{name:`search`}),l(`input`,{ref:a,type:t,value:n,maxLength:zt,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&l(`button`,{type:`button`,"aria-label":P(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:l(c,{name:`close`})})]})}function Vt({form:e}){return e.restored?l(`p`,{class:`narrowed`,role:`status`,children:[P(`draft.restored`),l(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:P(`draft.discard`)})]}):null}function Ht(e){let t=O(null);return t.current=e??t.current,t.current}export{Fe as $,tt as A,Ge as B,ct as C,q as D,st as E,$e as F,Ye as G,Ve as H,U as I,He as J,Ke as K,qe as L,Qe as M,Ze as N,rt as O,G as P,z as Q,Je as R,at as S,lt as T,Ue as U,Be as V,Re as W,Le as X,ze as Y,Ie as Z,mt as _,Lt as a,Ee as at,dt as b,kt as c,Ce as ct,wt as d,be as dt,Pe as et,Z as f,ye as ft,X as g,vt as h,Rt as i,Ae as it,K as j,nt as k,Ot as l,we as lt,bt as m,Vt as n,Me as nt,It as o,Te as ot,xt as p,ve as pt,Xe as q,Bt as r,je as rt,Pt as s,Se as st,Ht as t,Ne as tt,Dt as u,xe as ut,ht as v,ot as w,ut as x,Y as y,We as z};