//# allFunctionsCalledOnLoad
import{$ as e,Ct as t,_ as n,a as r,ct as i,f as a,h as o,l as s,lt as c,q as l,rt as u,v as d,xt as f}from"./index-Crca0Cxe.js";import{B as p,D as m,F as h,H as g,R as _,V as v,W as y,b,tt as x,y as S,z as C}from"./shared-BgphMwHz.js";import{t as w}from"./texts-DEXM4TkD.js";var T=r`
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
`,E=r`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,D=r`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,O=e({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:e,problem:n,reload:r}=v(m,{}),i=e?.me;return u(t,{children:[u(C,{title:w(`more.settings`),back:{screen:`more`}}),i?u(t,{children:[u(A,{me:i}),u(j,{linked:i.telegramLinked}),u(N,{})]}):n?u(a,{problem:n,retry:r}):u(o,{rows:4})]})}function A({me:e}){let[t,n]=f(e.name??``),[r,i]=f(e.email);b(t.trim()!==(e.name??``)||r.trim()!==e.email);let{busy:a,problem:o,submit:c}=y(async()=>{await x(T,{name:t.trim(),email:r.trim()}),s.haptic(`success`),l(O(`saved`))}),m=o?.field===`email`?o.code===`CONFLICT`?O(`email.taken`):w(`form.email`):void 0;return u(P,{title:O(`profile`),button:O(`save`),busy:a,submit:c,children:[u(p,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:t,onInput:n}),u(p,{label:O(`email`),type:`email`,autocomplete:`username`,value:r,onInput:i,error:m}),u(g,{text:o&&!m?d(o):void 0})]})}function j({linked:e}){let t=e||s.initData!==``?void 0:O(`telegram.how`);return u(_,{title:O(`telegram`),note:t,children:[u(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?u(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):s.initData!==``&&u(`button`,{type:`button`,class:`row-button`,onClick:()=>void h(),children:O(`telegram.link`)})]})}async function M(){await s.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:w(`action.cancel`)})&&await S(async()=>(await x(D,{}),O(`telegram.unlinked`)))}function N(){let[e,t]=f(``),[r,a]=f(``),[o,m]=f({}),{busy:h,problem:_,submit:v}=y(async()=>{let o={...e===``&&{currentPassword:w(`form.required`)},...r===``&&{newPassword:w(`form.required`)}};if(m(o),Object.keys(o).length>0)return;let{changePassword:u}=await x(E,{currentPassword:e,newPassword:r}),d=i(u);if(d)c(d),t(``),a(``),s.haptic(`success`),l(O(`password.changed`));else{let e=n(u.errors);m({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return u(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:h,submit:v,children:[u(p,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:e,onInput:t,error:o.currentPassword}),u(p,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:r,onInput:a,error:o.newPassword}),u(g,{text:_?d(_):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:i,children:a}){return u(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:u(_,{title:e,note:t,children:[a,u(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};