//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-P_86EJz6.js","assets/index-Bkx2BfjI.js","assets/index-B7-GFDOa.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,At as n,C as r,Ct as i,Dt as a,Et as o,Ft as s,I as c,Jt as l,L as u,O as d,Ot as f,Q as p,St as ee,Tt as te,_n as ne,a as re,bt as m,cn as h,ct as ie,dn as g,dt as ae,et as _,fn as v,ft as y,gn as oe,gt as se,hn as b,ht as ce,it as le,j as ue,k as de,l as x,ln as S,lt as C,m as fe,mn as w,mt as T,n as E,nt as pe,o as D,on as O,p as k,pn as A,pt as j,st as me,t as he,u as ge,un as _e,vt as M,wt as N,xt as ve,yt as ye}from"./index-Bkx2BfjI.js";import{t as P}from"./texts-BDZp9Dof.js";function F(e){let[t,n]=w(!1),[r,i]=w(null),o=v(!1);async function s(){if(!o.current){o.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof C))throw e;a.haptic(`error`),i(e)}finally{o.current=!1,n(!1)}}}return{busy:t,problem:r,submit:s}}function be({title:e,onClose:t,children:n}){let r=v(null),i=g();return S(()=>r.current?.showModal(),[]),u(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[u(`div`,{class:`panel-head`,children:[u(`h2`,{id:i,children:e}),u(`button`,{type:`button`,class:`round-button`,"aria-label":M(`action.close`),onClick:()=>r.current?.close(),children:u(c,{name:`close`})})]}),n]})}function xe({text:e}){return e?u(`p`,{class:`form-error`,role:`alert`,children:e}):null}var Se=O(`
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
`),Ce=O(`
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
`,[s]),we=O(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),Te=O(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Ee=ye({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,notify:`Новости в Telegram`,"notify.EVERYTHING":`Все, кроме чужих заявок`,"notify.MINE":`Только о моих заявках`,"notify.NOTHING":`Никаких`,"notify.note":`Новые заявки и сообщения клиентов присылает бот. Ответ на такое сообщение уходит клиенту.`,"notify.unlinked":`Новости начнут приходить, когда вы привяжете Telegram.`,"notify.saved":`Сохранено`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,notify:`News in Telegram`,"notify.EVERYTHING":`All that is not somebody else’s`,"notify.MINE":`Of my tasks only`,"notify.NOTHING":`None`,"notify.note":`New requests and what customers write come from the bot. A reply to such a message goes to the customer.`,"notify.unlinked":`News comes once your Telegram is linked.`,"notify.saved":`Saved`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function I(e){S(()=>{if(e)return x.value=()=>a.confirm({title:M(`unsaved.question`),text:M(`unsaved.text`),yes:M(`unsaved.leave`),no:M(`unsaved.stay`)}),a.confirmClosing(!0),()=>{x.value=null,a.confirmClosing(!1)}},[e])}function De(e,t){let n=e===null?null:`draft.${le()}.${e}`,[{content:r,restored:i,attempt:a},o]=w(()=>{let e=n===null?null:ke(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??L()}}),s=!Oe(r,t);return I(s&&n!==null),_e(()=>{n!==null&&(s?te(n,JSON.stringify({content:r,attempt:a})):N(n))},[n,s,a]),S(()=>()=>{n!==null&&N(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:L()}))},reset(){o({content:t,restored:!1,attempt:L()})}}}function L(){return`${Date.now()}.${Math.random()}`}function Oe(e,t){return Object.keys(t).every(n=>R(e[n])===R(t[n]))}function R(e=``){return typeof e==`string`?e:[...e].sort().join()}function ke(e){try{return JSON.parse(o(e)??`null`)}catch{return null}}function Ae(e){let{content:t,change:n,attempt:r,...i}=De(e.draft??null,e.initial),[a,o]=w({}),{busy:s,problem:c,submit:l}=F(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),u=(c&&e.explain?.(c))??{},d={...a,...u},f=e=>{n(e),o(t=>Object.fromEntries(Object.entries(t).filter(([t])=>!(t in e))))},p=(e,t)=>f({[e]:t});return{...i,values:t,change:f,errors:d,failure:d.nonFieldErrors??(c&&Object.keys(u).length===0?y(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>p(e,t),error:d[e]}),choice:e=>({chosen:t[e],onChoose:t=>p(e,t)})}}function je(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Me(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:y(t)}}}function Ne({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let l=g(),d=v(null);S(()=>{s&&d.current?.focus()},[]);let f=i??r,p={id:l,ref:d,value:t,"aria-invalid":i!==void 0,"aria-describedby":f?`${l}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},ee={type:a,...p};return u(`div`,{class:`field`,children:[u(`label`,{for:l,children:e}),o?u(`textarea`,{rows:4,...p}):u(`input`,{...ee}),f&&u(`p`,{id:`${l}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:f})]})}function Pe({submit:e,element:t,children:n,...r}){return u(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function Fe(e,t,{keep:n=!1}={}){let[r,i]=w({data:null,problem:null,loading:!0}),[a,o]=w(0),s=A(()=>o(e=>e+1),[]),c=JSON.stringify(t),l=v(c),u=p.value;return S(()=>{let r=l.current===c||n;l.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=u.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?j(t):null,loading:n}))});return a},[u,e,c,a]),S(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}var z=h(null);function Ie({title:e,subtitle:t,back:n,children:r}){let i=v(null),o=a.backButton,s=b(E);return S(()=>{n&&i.current?.focus({preventScroll:!0})},[]),S(()=>{if(n&&o&&s)return o.show(()=>(z.peek()??(()=>ge(n)))()),()=>o.hide()},[o,s,n&&D(n)]),u(`header`,{class:`header`,children:[n&&!o&&u(`a`,{class:`back`,href:D(n),children:[u(c,{name:`back`}),u(`span`,{children:M(`action.back`)})]}),u(`div`,{class:`header-line`,children:[u(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&u(`p`,{class:`subtitle`,children:t})]})}function Le({title:e,note:t,children:n}){let r=g();return u(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&u(`h2`,{id:r,class:`section-title`,children:e}),u(`div`,{class:`card`,children:n}),t&&u(`div`,{class:`section-note`,children:t})]})}var B=O(`
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
`),V=O(`
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
`),H=O(`
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
`),Re=O(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[B]),ze=O(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[B]),Be=O(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ve=O(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),He=O(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ue=O(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[V]),We=O(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[V]),Ge=O(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ke=O(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),qe=O(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[H]),Je=O(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[H]),Ye=O(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[H]),Xe=O(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`),U=h(`untried`),W=`loggedOut`;async function Ze(){a.initData!==``&&o(W)===null&&await G()}async function G(){U.value=`running`;try{let e=ae((await _(n,{initData:a.initData},i())).loginTelegram);U.value=K(e)?`untried`:et(e)}catch(e){if(!(e instanceof C))throw e;U.value={problem:y(e)}}}function K(t){let n=t.success?me(t):null;return n?(N(W),ie(n),e(),!0):!1}async function Qe(){if(a.initData!==``)try{await _(f,{initData:a.initData}),t(P(`login.linked`))}catch(e){if(!(e instanceof C))throw e;t(e.code===`CONFLICT`?P(`login.linkedToOther`):P(`login.notLinked`),{kind:`failed`})}}function $e(){te(W,`yes`)}function et({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:P(`login.telegram.expired`)}}async function tt(e,n=y){try{let n=await e();return a.haptic(`success`),t(n),!0}catch(e){if(!(e instanceof C))throw e;return a.haptic(`error`),t(n(e),{kind:`failed`}),!1}}function nt({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=g(),[,s]=w({});return u(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>u(`label`,{class:`option option-${e}`,children:[u(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),u(`span`,{children:r(e)})]},e))})}function rt({text:e,count:t,on:n,onToggle:r,look:i}){return u(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?u(`span`,{class:`chip-count`,children:ve(se.value,t)}):null]})}function q(e,t=new Date){return it(e,t)?.slice(0,10)??m(`sv-SE`,{timeZone:e}).format(t)}function it(e,t){let{clock:n,timezone:r}=de.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function at(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function ot(e,t){return q(t,new Date(e))}function J(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function st(e,t,n){return m(n,{timeZone:t,...J(n)}).format(new Date(e))}function ct(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in T.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=T[n];return ce(n,l,{day:String(Number(a)),month:String(c),year:r})}function lt(e,t,n,r=new Date){let i=new Date(e),a=q(t,i).slice(0,4)===q(t,r).slice(0,4);return m(n,{timeZone:t,day:`numeric`,month:`long`,...J(n),...a?{}:{year:`numeric`}}).format(i)}function ut({name:e,email:t}){return e||t}function dt(e,t,n){let r=JSON.stringify(t),i=p.value,[a,o]=w([]),s=v({read:()=>{},stop:()=>{}});_e(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?he.first:he.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?j(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};ft(c);let l=oe(()=>a[0]?.connection?pt(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),u=a.at(-1),d=u?.connection?.pageInfo;return{rows:l,hasMore:d?.hasNextPage??!1,loadMore:()=>{u&&!u.loading&&d?.hasNextPage&&s.current.read(a.length,d.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function ft(e){let t=v(e);t.current=e,S(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function pt(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Y(e){return e.name||e.phone||M(`customer.nameless`)}function mt({customer:e}){let t=k.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return u(`li`,{class:`customer-row`,"data-current":n,children:u(`a`,{id:`customer-${e.id}`,class:`row-link`,href:D(re(e.id)),"aria-current":n?`page`:void 0,children:[u(ht,{customer:e}),u(c,{name:`next`})]})})}function ht({customer:e}){return u(ne,{children:[u(yt,{customer:e}),u(`span`,{class:`row-text`,children:[u(`span`,{class:`row-title`,children:Y(e)}),u(`span`,{class:`row-facts`,children:[e.name?e.phone??``:M(`customer.nameless`),e.telegramId!==null&&u(_t,{customer:e}),gt(e)&&u(`span`,{class:`unproven`,children:M(`customer.unproven`)})]})]})]})}function gt({telegramId:e,verified:t}){return e!==null&&!t}function _t({customer:e}){let t=d(e)===`blocked`,n=M(t?`customer.hasBlocked`:`customer.inTelegram`);return u(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:u(c,{name:t?`warning`:`telegram`})})}var vt=7;function yt({customer:e}){let t=(e.name??``).match(/\p{L}/u)?bt(e.name):``;return u(`span`,{class:`avatar avatar-${Number(e.id)%vt}`,"aria-hidden":`true`,children:t||u(c,{name:`person`})})}function bt(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function xt({text:e,onClick:t,busy:n=!1}){let r=v(null),i=a.mainButton,o=b(E);return S(()=>{o&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),S(()=>{if(o)return()=>i?.hide()},[i,o]),u(`div`,{class:i?`visually-hidden`:`main-button`,children:u(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function St({onMore:e}){let t=v(null),n=v(e);return n.current=e,S(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),u(`div`,{class:`list-more`,children:u(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:M(`list.more`)})})}async function X(e,n){let{id:r,status:i}=e;a.haptic(`selection`);try{await _(l,{taskData:{id:r,status:n}},{fetch:Ct(r)}),t(M(`task.changed`,{id:r,status:M(`status.${n}`)}),{action:{text:M(`action.undo`),run:()=>void X({id:r,status:n},i)}})}catch(e){if(!(e instanceof C))throw e;a.haptic(`error`),t(M(`task.notChanged`,{id:r,status:M(`status.${i}`),reason:y(e)}),{kind:`failed`})}}var Z=new Map;function Ct(e){return(t,n)=>{let r=()=>ee(t,{...n,keepalive:!0}),i=Z.get(e)?.then(r,r)??r(),a=()=>{Z.get(e)===i&&Z.delete(e)};return Z.set(e,i),i.then(a,a),i}}var wt=h(0);setInterval(()=>wt.value++,6e4);function Q(){wt.value}var Tt=60,$=3600,Et=24*$;function Dt(e){return e<1.5*$?{unit:`minutes`,count:Math.max(1,Math.round(e/Tt))}:e<2*Et?{unit:`hours`,count:Math.round(e/$)}:{unit:`days`,count:Math.round(e/Et)}}function Ot(e){let{unit:t,count:n}=Dt(Math.max(0,(Date.now()-Date.parse(e))/1e3));return M(`wait.${t}`,{count:n})}function kt({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=k.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,l=M(`task.title`,{id:n}),d=r?Y(r):M(`task.withoutCustomer`),f=t===void 0&&r?.name?r.phone:null,p=[t??`№ ${n}`,f??M(`category.${a}`)];return u(`li`,{class:`task-row`,"data-current":s,children:[u(`span`,{class:`tile tile-${a}`,title:M(`category.${a}`),children:[u(c,{name:a}),u(`span`,{class:`visually-hidden`,children:M(`category.${a}`)})]}),u(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:D(fe(n)),"aria-label":t===void 0?`${l}, ${d}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?d:l}),i&&u(Mt,{status:i}),e.description&&u(`span`,{class:`task-description`,children:e.description}),u(`span`,{class:`task-facts quiet`,children:[e.awaitingReplySince&&u(At,{since:e.awaitingReplySince}),u(`span`,{class:`fact`,children:[p[0],` ·`]}),` `,u(`span`,{class:`fact`,children:p[1]})]}),i&&u(jt,{id:n,status:i})]})}function At({since:e}){return Q(),u(`span`,{class:`waits`,children:M(`task.waits`,{span:Ot(e)})})}function jt({id:e,status:t}){let n=r(t);return n===null?null:u(`button`,{type:`button`,class:`next-button`,"aria-label":M(`tasks.advance`,{id:e,action:M(`next.${n}`)}),onClick:()=>void X({id:e,status:t},n),children:[M(`next.${n}`),u(c,{name:`next`})]})}function Mt({status:e}){return u(`span`,{class:`pill pill-${e}`,children:M(`status.${e}`)})}var Nt=1e3;function Pt(e){let t=v(e);t.current=e;let n=v(null);return S(()=>()=>clearTimeout(n.current??void 0),[]),A(()=>{n.current??=setTimeout(()=>{n.current=null,t.current()},Nt)},[])}var Ft=ue(async()=>(await pe(async()=>{let{ExportDialog:e}=await import(`./export-dialog-P_86EJz6.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function It(e){let[t,n]=w(!1),r=M(`action.export`);return u(ne,{children:[u(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:u(c,{name:`download`})}),t&&u(Ft,{...e,onClose:()=>n(!1)})]})}function Lt(e,t){let[n,r]=w({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Rt({count:e,onShow:t}){return e===0?null:u(`div`,{class:`new-rows`,role:`status`,children:u(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:M(`list.arrived`,{count:e})})})}var zt=200;function Bt({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=v(null);return u(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[u(c,{name:`search`}),u(`input`,{ref:a,type:t,value:n,maxLength:zt,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&u(`button`,{type:`button`,"aria-label":M(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:u(c,{name:`close`})})]})}function Vt({form:e}){return e.restored?u(`p`,{class:`narrowed`,role:`status`,children:[M(`draft.restored`),u(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:M(`draft.discard`)})]}):null}function Ht(e){let t=v(null);return t.current=e??t.current,t.current}export{Fe as $,tt as A,Ge as B,ct as C,q as D,st as E,$e as F,Ye as G,Ve as H,U as I,He as J,Ke as K,qe as L,Qe as M,Ze as N,rt as O,G as P,z as Q,Je as R,at as S,lt as T,Ue as U,Be as V,Re as W,Le as X,ze as Y,Ie as Z,mt as _,Lt as a,I as at,dt as b,kt as c,we as ct,Q as d,xe as dt,Pe as et,X as f,be as ft,ht as g,yt as h,Rt as i,Ae as it,K as j,nt as k,Ot as l,Te as lt,xt as m,Vt as n,Me as nt,It as o,Ee as ot,St as p,F as pt,Xe as q,Bt as r,je as rt,Pt as s,Ce as st,Ht as t,Ne as tt,Dt as u,Se as ut,gt as v,ot as w,ut as x,Y as y,We as z};