//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-Dm6hIRaI.js","assets/index-C_Jh8LRG.js","assets/index-B7-GFDOa.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,At as n,C as r,Ct as i,Dt as a,Et as o,Ft as s,I as c,L as l,O as u,Ot as d,Q as f,St as p,Tt as m,a as ee,an as h,bt as g,cn as _,ct as te,dn as v,dt as ne,et as y,fn as re,ft as b,gn as x,gt as ie,hn as ae,ht as oe,it as se,j as ce,k as le,l as S,ln as C,lt as w,m as ue,mn as de,mt as fe,n as pe,nt as me,o as T,p as E,pn as D,pt as O,qt as he,sn as k,st as ge,t as A,u as _e,un as j,vt as M,wt as N,xt as ve,yt as ye}from"./index-C_Jh8LRG.js";import{t as P}from"./texts-CdI0OOjd.js";function F(e){let[t,n]=D(!1),[r,i]=D(null),o=v(!1);async function s(){if(!o.current){o.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof w))throw e;a.haptic(`error`),i(e)}finally{o.current=!1,n(!1)}}}return{busy:t,problem:r,submit:s}}function be({title:e,onClose:t,children:n}){let r=v(null),i=j();return _(()=>r.current?.showModal(),[]),l(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[l(`div`,{class:`panel-head`,children:[l(`h2`,{id:i,children:e}),l(`button`,{type:`button`,class:`round-button`,"aria-label":M(`action.close`),onClick:()=>r.current?.close(),children:l(c,{name:`close`})})]}),n]})}function xe({text:e}){return e?l(`p`,{class:`form-error`,role:`alert`,children:e}):null}var Se=h(`
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
`),Ce=h(`
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
`,[s]),we=h(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),Te=h(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Ee=ye({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function I(e){_(()=>{if(e)return S.value=()=>a.confirm({title:M(`unsaved.question`),text:M(`unsaved.text`),yes:M(`unsaved.leave`),no:M(`unsaved.stay`)}),a.confirmClosing(!0),()=>{S.value=null,a.confirmClosing(!1)}},[e])}function De(e,t){let n=e===null?null:`draft.${se()}.${e}`,[{content:r,restored:i,attempt:a},o]=D(()=>{let e=n===null?null:ke(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??L()}}),s=!Oe(r,t);return I(s&&n!==null),C(()=>{n!==null&&(s?m(n,JSON.stringify({content:r,attempt:a})):N(n))},[n,s,a]),_(()=>()=>{n!==null&&N(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:L()}))},reset(){o({content:t,restored:!1,attempt:L()})}}}function L(){return`${Date.now()}.${Math.random()}`}function Oe(e,t){return Object.keys(t).every(n=>R(e[n])===R(t[n]))}function R(e=``){return typeof e==`string`?e:[...e].sort().join()}function ke(e){try{return JSON.parse(o(e)??`null`)}catch{return null}}function Ae(e){let{content:t,change:n,attempt:r,...i}=De(e.draft??null,e.initial),[a,o]=D({}),{busy:s,problem:c,submit:l}=F(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),u=(c&&e.explain?.(c))??{},d={...a,...u},f=e=>{n(e),o(t=>Object.fromEntries(Object.entries(t).filter(([t])=>!(t in e))))},p=(e,t)=>f({[e]:t});return{...i,values:t,change:f,errors:d,failure:d.nonFieldErrors??(c&&Object.keys(u).length===0?b(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>p(e,t),error:d[e]}),choice:e=>({chosen:t[e],onChoose:t=>p(e,t)})}}function je(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Me(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:b(t)}}}function Ne({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let u=j(),d=v(null);_(()=>{s&&d.current?.focus()},[]);let f=i??r,p={id:u,ref:d,value:t,"aria-invalid":i!==void 0,"aria-describedby":f?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},m={type:a,...p};return l(`div`,{class:`field`,children:[l(`label`,{for:u,children:e}),o?l(`textarea`,{rows:4,...p}):l(`input`,{...m}),f&&l(`p`,{id:`${u}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:f})]})}function Pe({submit:e,element:t,children:n,...r}){return l(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function Fe(e,t,{keep:n=!1}={}){let[r,i]=D({data:null,problem:null,loading:!0}),[a,o]=D(0),s=re(()=>o(e=>e+1),[]),c=JSON.stringify(t),l=v(c),u=f.value;return _(()=>{let r=l.current===c||n;l.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=u.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?O(t):null,loading:n}))});return a},[u,e,c,a]),_(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}var z=k(null);function Ie({title:e,subtitle:t,back:n,children:r}){let i=v(null),o=a.backButton,s=de(pe);return _(()=>{n&&i.current?.focus({preventScroll:!0})},[]),_(()=>{if(n&&o&&s)return o.show(()=>(z.peek()??(()=>_e(n)))()),()=>o.hide()},[o,s,n&&T(n)]),l(`header`,{class:`header`,children:[n&&!o&&l(`a`,{class:`back`,href:T(n),children:[l(c,{name:`back`}),l(`span`,{children:M(`action.back`)})]}),l(`div`,{class:`header-line`,children:[l(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&l(`p`,{class:`subtitle`,children:t})]})}function Le({title:e,note:t,children:n}){let r=j();return l(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&l(`h2`,{id:r,class:`section-title`,children:e}),l(`div`,{class:`card`,children:n}),t&&l(`div`,{class:`section-note`,children:t})]})}var B=h(`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`),V=h(`
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
`),H=h(`
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
`),Re=h(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[B]),ze=h(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[B]),Be=h(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ve=h(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),He=h(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[B]),Ue=h(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[V]),We=h(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[V]),Ge=h(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ke=h(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),qe=h(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[H]),Je=h(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[H]),Ye=h(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[H]),U=k(`untried`),W=`loggedOut`;async function Xe(){a.initData!==``&&o(W)===null&&await G()}async function G(){U.value=`running`;try{let e=ne((await y(n,{initData:a.initData},i())).loginTelegram);U.value=K(e)?`untried`:$e(e)}catch(e){if(!(e instanceof w))throw e;U.value={problem:b(e)}}}function K(t){let n=t.success?ge(t):null;return n?(N(W),te(n),e(),!0):!1}async function Ze(){if(a.initData!==``)try{await y(d,{initData:a.initData}),t(P(`login.linked`))}catch(e){if(!(e instanceof w))throw e;t(e.code===`CONFLICT`?P(`login.linkedToOther`):P(`login.notLinked`),{kind:`failed`})}}function Qe(){m(W,`yes`)}function $e({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:P(`login.telegram.expired`)}}async function et(e,n=b){try{let n=await e();return a.haptic(`success`),t(n),!0}catch(e){if(!(e instanceof w))throw e;return a.haptic(`error`),t(n(e),{kind:`failed`}),!1}}function tt({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=j(),[,s]=D({});return l(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>l(`label`,{class:`option option-${e}`,children:[l(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),l(`span`,{children:r(e)})]},e))})}function nt({text:e,count:t,on:n,onToggle:r,look:i}){return l(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?l(`span`,{class:`chip-count`,children:ve(ie.value,t)}):null]})}function q(e,t=new Date){return rt(e,t)?.slice(0,10)??g(`sv-SE`,{timeZone:e}).format(t)}function rt(e,t){let{clock:n,timezone:r}=le.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function it(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function at(e,t){return q(t,new Date(e))}function J(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function ot(e,t,n){return g(n,{timeZone:t,...J(n)}).format(new Date(e))}function st(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in fe.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=fe[n];return oe(n,l,{day:String(Number(a)),month:String(c),year:r})}function ct(e,t,n,r=new Date){let i=new Date(e),a=q(t,i).slice(0,4)===q(t,r).slice(0,4);return g(n,{timeZone:t,day:`numeric`,month:`long`,...J(n),...a?{}:{year:`numeric`}}).format(i)}function lt({name:e,email:t}){return e||t}function ut(e,t,n){let r=JSON.stringify(t),i=f.value,[a,o]=D([]),s=v({read:()=>{},stop:()=>{}});C(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?A.first:A.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?O(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};dt(c);let l=ae(()=>a[0]?.connection?ft(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),u=a.at(-1),d=u?.connection?.pageInfo;return{rows:l,hasMore:d?.hasNextPage??!1,loadMore:()=>{u&&!u.loading&&d?.hasNextPage&&s.current.read(a.length,d.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function dt(e){let t=v(e);t.current=e,_(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function ft(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Y(e){return e.name||e.phone||M(`customer.nameless`)}function pt({customer:e}){let t=E.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return l(`li`,{class:`customer-row`,"data-current":n,children:l(`a`,{id:`customer-${e.id}`,class:`row-link`,href:T(ee(e.id)),"aria-current":n?`page`:void 0,children:[l(mt,{customer:e}),l(c,{name:`next`})]})})}function mt({customer:e}){return l(x,{children:[l(vt,{customer:e}),l(`span`,{class:`row-text`,children:[l(`span`,{class:`row-title`,children:Y(e)}),l(`span`,{class:`row-facts`,children:[e.name?e.phone??``:M(`customer.nameless`),e.telegramId!==null&&l(gt,{customer:e}),ht(e)&&l(`span`,{class:`unproven`,children:M(`customer.unproven`)})]})]})]})}function ht({telegramId:e,verified:t}){return e!==null&&!t}function gt({customer:e}){let t=u(e)===`blocked`,n=M(t?`customer.hasBlocked`:`customer.inTelegram`);return l(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:l(c,{name:t?`warning`:`telegram`})})}var _t=7;function vt({customer:e}){let t=(e.name??``).match(/\p{L}/u)?yt(e.name):``;return l(`span`,{class:`avatar avatar-${Number(e.id)%_t}`,"aria-hidden":`true`,children:t||l(c,{name:`person`})})}function yt(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function bt({text:e,onClick:t,busy:n=!1}){let r=v(null),i=a.mainButton,o=de(pe);return _(()=>{o&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),_(()=>{if(o)return()=>i?.hide()},[i,o]),l(`div`,{class:i?`visually-hidden`:`main-button`,children:l(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function xt({onMore:e}){let t=v(null),n=v(e);return n.current=e,_(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),l(`div`,{class:`list-more`,children:l(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:M(`list.more`)})})}async function X(e,n){let{id:r,status:i}=e;a.haptic(`selection`);try{await y(he,{taskData:{id:r,status:n}},{fetch:St(r)}),t(M(`task.changed`,{id:r,status:M(`status.${n}`)}),{action:{text:M(`action.undo`),run:()=>void X({id:r,status:n},i)}})}catch(e){if(!(e instanceof w))throw e;a.haptic(`error`),t(M(`task.notChanged`,{id:r,status:M(`status.${i}`),reason:b(e)}),{kind:`failed`})}}var Z=new Map;function St(e){return(t,n)=>{let r=()=>p(t,{...n,keepalive:!0}),i=Z.get(e)?.then(r,r)??r(),a=()=>{Z.get(e)===i&&Z.delete(e)};return Z.set(e,i),i.then(a,a),i}}var Ct=k(0);setInterval(()=>Ct.value++,6e4);function wt(){Ct.value}var Tt=60,Q=3600,Et=24*Q;function $(e){return e<1.5*Q?{unit:`minutes`,count:Math.max(1,Math.round(e/Tt))}:e<2*Et?{unit:`hours`,count:Math.round(e/Q)}:{unit:`days`,count:Math.round(e/Et)}}function Dt(e){let{unit:t,count:n}=$(Math.max(0,(Date.now()-Date.parse(e))/1e3));return M(`wait.${t}`,{count:n})}function Ot({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=E.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,u=M(`task.title`,{id:n}),d=r?Y(r):M(`task.withoutCustomer`),f=t===void 0&&r?.name?r.phone:null,p=[t??`№ ${n}`,f??M(`category.${a}`)];return l(`li`,{class:`task-row`,"data-current":s,children:[l(`span`,{class:`tile tile-${a}`,title:M(`category.${a}`),children:[l(c,{name:a}),l(`span`,{class:`visually-hidden`,children:M(`category.${a}`)})]}),l(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:T(ue(n)),"aria-label":t===void 0?`${u}, ${d}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?d:u}),i&&l(jt,{status:i}),e.description&&l(`span`,{class:`task-description`,children:e.description}),l(`span`,{class:`task-facts quiet`,children:[e.awaitingReplySince&&l(kt,{since:e.awaitingReplySince}),l(`span`,{class:`fact`,children:[p[0],` ·`]}),` `,l(`span`,{class:`fact`,children:p[1]})]}),i&&l(At,{id:n,status:i})]})}function kt({since:e}){return wt(),l(`span`,{class:`waits`,children:M(`task.waits`,{span:Dt(e)})})}function At({id:e,status:t}){let n=r(t);return n===null?null:l(`button`,{type:`button`,class:`next-button`,"aria-label":M(`tasks.advance`,{id:e,action:M(`next.${n}`)}),onClick:()=>void X({id:e,status:t},n),children:[M(`next.${n}`),l(c,{name:`next`})]})}function jt({status:e}){return l(`span`,{class:`pill pill-${e}`,children:M(`status.${e}`)})}var Mt=ce(async()=>(await me(async()=>{let{ExportDialog:e}=await import(`./export-dialog-Dm6hIRaI.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Nt(e){let[t,n]=D(!1),r=M(`action.export`);return l(x,{children:[l(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:l(c,{name:`download`})}),t&&l(Mt,{...e,onClose:()=>n(!1)})]})}function Pt(e,t){let[n,r]=D({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Ft({count:e,onShow:t}){return e===0?null:l(`div`,{class:`new-rows`,role:`status`,children:l(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:M(`list.arrived`,{count:e})})})}var It=200;function Lt({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=v(null);return l(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[l(c,{name:`search`}),l(`input`,{ref:a,type:t,value:n,maxLength:It,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&l(`button`,{type:`button`,"aria-label":M(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:l(c,{name:`close`})})]})}function Rt({form:e}){return e.restored?l(`p`,{class:`narrowed`,role:`status`,children:[M(`draft.restored`),l(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:M(`draft.discard`)})]}):null}function zt(e){let t=v(null);return t.current=e??t.current,t.current}export{Ne as $,K as A,Be as B,at as C,nt as D,q as E,U as F,Ke as G,Ue as H,qe as I,Le as J,He as K,Je as L,Xe as M,G as N,tt as O,Qe as P,Pe as Q,We as R,st as S,ot as T,Re as U,Ve as V,Ye as W,z as X,Ie as Y,Fe as Z,ht as _,Pt as a,Ce as at,lt as b,Dt as c,Se as ct,X as d,F as dt,Me as et,xt as f,pt as g,mt as h,Ft as i,Ee as it,Ze as j,et as k,$ as l,xe as lt,vt as m,Rt as n,Ae as nt,Nt as o,we as ot,bt as p,ze as q,Lt as r,I as rt,Ot as s,Te as st,zt as t,je as tt,wt as u,be as ut,Y as v,ct as w,it as x,ut as y,Ge as z};