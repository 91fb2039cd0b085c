import{$ as e,Ct as t,Q as n,_ as r,a as i,ct as a,f as o,h as s,l as c,lt as l,q as u,rt as d,v as f,xt as p}from"./index-D2W2vMKx.js";import{B as m,D as h,F as g,H as _,R as v,V as y,W as b,b as x,tt as S,y as C,z as w}from"./shared-DQgSLGLQ.js";var T=i`
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
`,E=i`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,D=i`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,O=e({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Telegram входит за вас`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`Telegram logs you in`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:e,problem:r,reload:i}=y(h,{}),a=e?.me;return d(t,{children:[d(w,{title:n(`more.settings`),back:{screen:`more`}}),a?d(t,{children:[d(A,{me:a}),d(j,{linked:a.telegramLinked}),d(N,{})]}):r?d(o,{problem:r,retry:i}):d(s,{rows:4})]})}function A({me:e}){let[t,r]=p(e.name??``),[i,a]=p(e.email);x(t.trim()!==(e.name??``)||i.trim()!==e.email);let{busy:o,problem:s,submit:l}=b(async()=>{await S(T,{name:t.trim(),email:i.trim()}),c.haptic(`success`),u(O(`saved`))}),h=s?.field===`email`?s.code===`CONFLICT`?O(`email.taken`):n(`form.email`):void 0;return d(P,{title:O(`profile`),button:O(`save`),busy:o,submit:l,children:[d(m,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:t,onInput:r}),d(m,{label:n(`login.email`),type:`email`,autocomplete:`username`,value:i,onInput:a,error:h}),d(_,{text:s&&!h?f(s):void 0})]})}function j({linked:e}){let t=e||c.initData!==``?void 0:O(`telegram.how`);return d(v,{title:O(`telegram`),note:t,children:[d(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?d(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):c.initData!==``&&d(`button`,{type:`button`,class:`row-button`,onClick:()=>void g(),children:O(`telegram.link`)})]})}async function M(){await c.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:n(`action.cancel`)})&&await C(async()=>(await S(D,{}),O(`telegram.unlinked`)))}function N(){let[e,t]=p(``),[i,o]=p(``),[s,h]=p({}),{busy:g,problem:v,submit:y}=b(async()=>{let s={...e===``&&{currentPassword:n(`form.required`)},...i===``&&{newPassword:n(`form.required`)}};if(h(s),Object.keys(s).length>0)return;let{changePassword:d}=await S(E,{currentPassword:e,newPassword:i}),f=a(d);if(f)l(f),t(``),o(``),c.haptic(`success`),u(O(`password.changed`));else{let e=r(d.errors);h({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return d(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:g,submit:y,children:[d(m,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:e,onInput:t,error:s.currentPassword}),d(m,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:i,onInput:o,error:s.newPassword}),d(_,{text:v?f(v):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:i,children:a}){return d(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:d(v,{title:e,note:t,children:[a,d(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};