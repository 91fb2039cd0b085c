//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-W0FT_Iu7.js","assets/index-_EDv0hxI.js","assets/index-B7-GFDOa.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,At as n,C as r,Ct as i,Dt as a,Et as o,Ft as s,I as c,L as l,O as u,Ot as d,Q as f,St as p,Tt as m,a as ee,an as h,bt as g,cn as _,ct as te,dn as v,dt as ne,et as y,fn as b,ft as x,gn as S,gt as re,hn as ie,ht as ae,it as oe,j as se,k as ce,l as C,ln as w,lt as T,m as le,mn as ue,mt as de,n as fe,nt as pe,o as E,p as D,pn as O,pt as k,qt as me,sn as A,st as he,t as j,u as ge,un as M,vt as N,wt as P,xt as _e,yt as ve}from"./index-_EDv0hxI.js";import{t as F}from"./texts-Wa6hZKHg.js";function I(e){let[t,n]=O(!1),[r,i]=O(null),o=v(!1);async function s(){if(!o.current){o.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof T))throw e;a.haptic(`error`),i(e)}finally{o.current=!1,n(!1)}}}return{busy:t,problem:r,submit:s}}function ye({title:e,onClose:t,children:n}){let r=v(null),i=M();return _(()=>r.current?.showModal(),[]),l(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[l(`div`,{class:`panel-head`,children:[l(`h2`,{id:i,children:e}),l(`button`,{type:`button`,class:`round-button`,"aria-label":N(`action.close`),onClick:()=>r.current?.close(),children:l(c,{name:`close`})})]}),n]})}function be({text:e}){return e?l(`p`,{class:`form-error`,role:`alert`,children:e}):null}var xe=h(`
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
`),Se=h(`
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
`,[s]),Ce=h(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),we=h(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Te=ve({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function L(e){_(()=>{if(e)return C.value=()=>a.confirm({title:N(`unsaved.question`),text:N(`unsaved.text`),yes:N(`unsaved.leave`),no:N(`unsaved.stay`)}),a.confirmClosing(!0),()=>{C.value=null,a.confirmClosing(!1)}},[e])}function Ee(e,t){let n=e===null?null:`draft.${oe()}.${e}`,[{content:r,restored:i,attempt:a},o]=O(()=>{let e=n===null?null:Oe(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??R()}}),s=!De(r,t);return L(s&&n!==null),w(()=>{n!==null&&(s?m(n,JSON.stringify({content:r,attempt:a})):P(n))},[n,s,a]),_(()=>()=>{n!==null&&P(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:R()}))},reset(){o({content:t,restored:!1,attempt:R()})}}}function R(){return`${Date.now()}.${Math.random()}`}function De(e,t){return Object.keys(t).every(n=>z(e[n])===z(t[n]))}function z(e=``){return typeof e==`string`?e:[...e].sort().join()}function Oe(e){try{return JSON.parse(o(e)??`null`)}catch{return null}}function ke(e){let{content:t,change:n,attempt:r,...i}=Ee(e.draft??null,e.initial),[a,o]=O({}),{busy:s,problem:c,submit:l}=I(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),u=(c&&e.explain?.(c))??{},d={...a,...u},f=e=>{n(e),o(t=>Object.fromEntries(Object.entries(t).filter(([t])=>!(t in e))))},p=(e,t)=>f({[e]:t});return{...i,values:t,change:f,errors:d,failure:d.nonFieldErrors??(c&&Object.keys(u).length===0?x(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>p(e,t),error:d[e]}),choice:e=>({chosen:t[e],onChoose:t=>p(e,t)})}}function Ae(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function je(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:x(t)}}}function Me({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let u=M(),d=v(null);_(()=>{s&&d.current?.focus()},[]);let f=i??r,p={id:u,ref:d,value:t,"aria-invalid":i!==void 0,"aria-describedby":f?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},m={type:a,...p};return l(`div`,{class:`field`,children:[l(`label`,{for:u,children:e}),o?l(`textarea`,{rows:4,...p}):l(`input`,{...m}),f&&l(`p`,{id:`${u}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:f})]})}function Ne({submit:e,element:t,children:n,...r}){return l(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function Pe(e,t,{keep:n=!1}={}){let[r,i]=O({data:null,problem:null,loading:!0}),[a,o]=O(0),s=b(()=>o(e=>e+1),[]),c=JSON.stringify(t),l=v(c),u=f.value;return _(()=>{let r=l.current===c||n;l.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=u.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?k(t):null,loading:n}))});return a},[u,e,c,a]),_(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}var B=A(null);function Fe({title:e,subtitle:t,back:n,children:r}){let i=v(null),o=a.backButton,s=ue(fe);return _(()=>{n&&i.current?.focus({preventScroll:!0})},[]),_(()=>{if(n&&o&&s)return o.show(()=>(B.peek()??(()=>ge(n)))()),()=>o.hide()},[o,s,n&&E(n)]),l(`header`,{class:`header`,children:[n&&!o&&l(`a`,{class:`back`,href:E(n),children:[l(c,{name:`back`}),l(`span`,{children:N(`action.back`)})]}),l(`div`,{class:`header-line`,children:[l(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&l(`p`,{class:`subtitle`,children:t})]})}function Ie({title:e,note:t,children:n}){let r=M();return l(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&l(`h2`,{id:r,class:`section-title`,children:e}),l(`div`,{class:`card`,children:n}),t&&l(`div`,{class:`section-note`,children:t})]})}var V=h(`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`),H=h(`
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
`),U=h(`
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
`),Le=h(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[V]),Re=h(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[V]),ze=h(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[V]),Be=h(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[V]),Ve=h(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[V]),He=h(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[H]),Ue=h(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[H]),We=h(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),Ge=h(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),Ke=h(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[U]),qe=h(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[U]),Je=h(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[U]),W=A(`untried`),G=`loggedOut`;async function Ye(){a.initData!==``&&o(G)===null&&await K()}async function K(){W.value=`running`;try{let e=ne((await y(n,{initData:a.initData},i())).loginTelegram);W.value=q(e)?`untried`:Qe(e)}catch(e){if(!(e instanceof T))throw e;W.value={problem:x(e)}}}function q(t){let n=t.success?he(t):null;return n?(P(G),te(n),e(),!0):!1}async function Xe(){if(a.initData!==``)try{await y(d,{initData:a.initData}),t(F(`login.linked`))}catch(e){if(!(e instanceof T))throw e;t(e.code===`CONFLICT`?F(`login.linkedToOther`):F(`login.notLinked`),{kind:`failed`})}}function Ze(){m(G,`yes`)}function Qe({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:F(`login.telegram.expired`)}}async function $e(e,n=x){try{let n=await e();return a.haptic(`success`),t(n),!0}catch(e){if(!(e instanceof T))throw e;return a.haptic(`error`),t(n(e),{kind:`failed`}),!1}}function et({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=M(),[,s]=O({});return l(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>l(`label`,{class:`option option-${e}`,children:[l(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),l(`span`,{children:r(e)})]},e))})}function tt({text:e,count:t,on:n,onToggle:r,look:i}){return l(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?l(`span`,{class:`chip-count`,children:_e(re.value,t)}):null]})}function J(e,t=new Date){return nt(e,t)?.slice(0,10)??g(`sv-SE`,{timeZone:e}).format(t)}function nt(e,t){let{clock:n,timezone:r}=ce.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function rt(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function it(e,t){return J(t,new Date(e))}function at(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function ot(e,t,n){return g(n,{timeZone:t,...at(n)}).format(new Date(e))}function st(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in de.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=de[n];return ae(n,l,{day:String(Number(a)),month:String(c),year:r})}function ct(e,t,n,r=new Date){let i=new Date(e),a=J(t,i).slice(0,4)===J(t,r).slice(0,4);return g(n,{timeZone:t,day:`numeric`,month:`long`,...at(n),...a?{}:{year:`numeric`}}).format(i)}function lt({name:e,email:t}){return e||t}function ut(e,t,n){let r=JSON.stringify(t),i=f.value,[a,o]=O([]),s=v({read:()=>{},stop:()=>{}});w(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?j.first:j.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?k(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};dt(c);let l=ie(()=>a[0]?.connection?ft(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),u=a.at(-1),d=u?.connection?.pageInfo;return{rows:l,hasMore:d?.hasNextPage??!1,loadMore:()=>{u&&!u.loading&&d?.hasNextPage&&s.current.read(a.length,d.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function dt(e){let t=v(e);t.current=e,_(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function ft(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Y(e){return e.name||e.phone||N(`customer.nameless`)}function pt({customer:e}){let t=D.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return l(`li`,{class:`customer-row`,"data-current":n,children:l(`a`,{id:`customer-${e.id}`,class:`row-link`,href:E(ee(e.id)),"aria-current":n?`page`:void 0,children:[l(mt,{customer:e}),l(c,{name:`next`})]})})}function mt({customer:e}){return l(S,{children:[l(vt,{customer:e}),l(`span`,{class:`row-text`,children:[l(`span`,{class:`row-title`,children:Y(e)}),l(`span`,{class:`row-facts`,children:[e.name?e.phone??``:N(`customer.nameless`),e.telegramId!==null&&l(gt,{customer:e}),ht(e)&&l(`span`,{class:`unproven`,children:N(`customer.unproven`)})]})]})]})}function ht({telegramId:e,verified:t}){return e!==null&&!t}function gt({customer:e}){let t=u(e)===`blocked`,n=N(t?`customer.hasBlocked`:`customer.inTelegram`);return l(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:l(c,{name:t?`warning`:`telegram`})})}var _t=7;function vt({customer:e}){let t=(e.name??``).match(/\p{L}/u)?yt(e.name):``;return l(`span`,{class:`avatar avatar-${Number(e.id)%_t}`,"aria-hidden":`true`,children:t||l(c,{name:`person`})})}function yt(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function bt({text:e,onClick:t,busy:n=!1}){let r=v(null),i=a.mainButton,o=ue(fe);return _(()=>{o&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),_(()=>{if(o)return()=>i?.hide()},[i,o]),l(`div`,{class:i?`visually-hidden`:`main-button`,children:l(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function xt({onMore:e}){let t=v(null),n=v(e);return n.current=e,_(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),l(`div`,{class:`list-more`,children:l(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:N(`list.more`)})})}async function X(e,n){let{id:r,status:i}=e;a.haptic(`selection`);try{await y(me,{taskData:{id:r,status:n}},{fetch:St(r)}),t(N(`task.changed`,{id:r,status:N(`status.${n}`)}),{action:{text:N(`action.undo`),run:()=>void X({id:r,status:n},i)}})}catch(e){if(!(e instanceof T))throw e;a.haptic(`error`),t(N(`task.notChanged`,{id:r,status:N(`status.${i}`),reason:x(e)}),{kind:`failed`})}}var Z=new Map;function St(e){return(t,n)=>{let r=()=>p(t,{...n,keepalive:!0}),i=Z.get(e)?.then(r,r)??r(),a=()=>{Z.get(e)===i&&Z.delete(e)};return Z.set(e,i),i.then(a,a),i}}var Ct=A(0);setInterval(()=>Ct.value++,6e4);function wt(){Ct.value}var Tt=60,Q=3600,Et=24*Q;function $(e){return e<1.5*Q?{unit:`minutes`,count:Math.max(1,Math.round(e/Tt))}:e<2*Et?{unit:`hours`,count:Math.round(e/Q)}:{unit:`days`,count:Math.round(e/Et)}}function Dt(e){let{unit:t,count:n}=$(Math.max(0,(Date.now()-Date.parse(e))/1e3));return N(`wait.${t}`,{count:n})}function Ot({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=D.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,u=N(`task.title`,{id:n}),d=r?Y(r):N(`task.withoutCustomer`),f=t===void 0&&r?.name?r.phone:null,p=[t??`№ ${n}`,f??N(`category.${a}`)];return l(`li`,{class:`task-row`,"data-current":s,children:[l(`span`,{class:`tile tile-${a}`,title:N(`category.${a}`),children:[l(c,{name:a}),l(`span`,{class:`visually-hidden`,children:N(`category.${a}`)})]}),l(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:E(le(n)),"aria-label":t===void 0?`${u}, ${d}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?d:u}),i&&l(jt,{status:i}),e.description&&l(`span`,{class:`task-description`,children:e.description}),l(`span`,{class:`task-facts quiet`,children:[e.awaitingReplySince&&l(kt,{since:e.awaitingReplySince}),l(`span`,{class:`fact`,children:[p[0],` ·`]}),` `,l(`span`,{class:`fact`,children:p[1]})]}),i&&l(At,{id:n,status:i})]})}function kt({since:e}){return wt(),l(`span`,{class:`waits`,children:N(`task.waits`,{span:Dt(e)})})}function At({id:e,status:t}){let n=r(t);return n===null?null:l(`button`,{type:`button`,class:`next-button`,"aria-label":N(`tasks.advance`,{id:e,action:N(`next.${n}`)}),onClick:()=>void X({id:e,status:t},n),children:[N(`next.${n}`),l(c,{name:`next`})]})}function jt({status:e}){return l(`span`,{class:`pill pill-${e}`,children:N(`status.${e}`)})}var Mt=1e3;function Nt(e){let t=v(e);t.current=e;let n=v(null);return _(()=>()=>clearTimeout(n.current??void 0),[]),b(()=>{n.current??=setTimeout(()=>{n.current=null,t.current()},Mt)},[])}var Pt=se(async()=>(await pe(async()=>{let{ExportDialog:e}=await import(`./export-dialog-W0FT_Iu7.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Ft(e){let[t,n]=O(!1),r=N(`action.export`);return l(S,{children:[l(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:l(c,{name:`download`})}),t&&l(Pt,{...e,onClose:()=>n(!1)})]})}function It(e,t){let[n,r]=O({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Lt({count:e,onShow:t}){return e===0?null:l(`div`,{class:`new-rows`,role:`status`,children:l(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:N(`list.arrived`,{count:e})})})}var Rt=200;function zt({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=v(null);return l(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[l(c,{name:`search`}),l(`input`,{ref:a,type:t,value:n,maxLength:Rt,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&l(`button`,{type:`button`,"aria-label":N(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:l(c,{name:`close`})})]})}function Bt({form:e}){return e.restored?l(`p`,{class:`narrowed`,role:`status`,children:[N(`draft.restored`),l(`button`,{type:`button`,class:`plain-button`,onClick:e.reset,children:N(`draft.discard`)})]}):null}function Vt(e){let t=v(null);return t.current=e??t.current,t.current}export{Ne as $,$e as A,We as B,st as C,J as D,ot as E,Ze as F,Je as G,Be as H,W as I,Re as J,Ge as K,Ke as L,Xe as M,Ye as N,tt as O,K as P,Pe as Q,qe as R,rt as S,ct as T,He as U,ze as V,Le as W,Fe as X,Ie as Y,B as Z,pt as _,It as a,Te as at,ut as b,Ot as c,we as ct,wt as d,ye as dt,Me as et,X as f,I as ft,mt as g,vt as h,Lt as i,L as it,q as j,et as k,Dt as l,xe as lt,bt as m,Bt as n,Ae as nt,Ft as o,Se as ot,xt as p,Ve as q,zt as r,ke as rt,Nt as s,Ce as st,Vt as t,je as tt,$ as u,be as ut,ht as v,it as w,lt as x,Y as y,Ue as z};