//# allFunctionsCalledOnLoad
import{J as e,St as t,Tt as n,_ as r,a as i,et as a,f as o,h as s,it as c,l,lt as u,ut as d,v as f}from"./index-BiZMn4iU.js";import{B as p,D as m,F as h,H as g,R as _,V as v,W as y,b,tt as x,y as S,z as C}from"./shared-B4tzM62s.js";import{t as w}from"./texts-B8rrI-JY.js";var T=i`
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
`,O=a({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:e,problem:t,reload:r}=v(m,{}),i=e?.me;return c(n,{children:[c(C,{title:w(`more.settings`),back:{screen:`more`}}),i?c(n,{children:[c(A,{me:i}),c(j,{linked:i.telegramLinked}),c(N,{})]}):t?c(o,{problem:t,retry:r}):c(s,{rows:4})]})}function A({me:n}){let[r,i]=t(n.name??``),[a,o]=t(n.email);b(r.trim()!==(n.name??``)||a.trim()!==n.email);let{busy:s,problem:u,submit:d}=y(async()=>{await x(T,{name:r.trim(),email:a.trim()}),l.haptic(`success`),e(O(`saved`))}),m=u?.field===`email`?u.code===`CONFLICT`?O(`email.taken`):w(`form.email`):void 0;return c(P,{title:O(`profile`),button:O(`save`),busy:s,submit:d,children:[c(p,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:r,onInput:i}),c(p,{label:O(`email`),type:`email`,autocomplete:`username`,value:a,onInput:o,error:m}),c(g,{text:u&&!m?f(u):void 0})]})}function j({linked:e}){let t=e||l.initData!==``?void 0:O(`telegram.how`);return c(_,{title:O(`telegram`),note:t,children:[c(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?c(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):l.initData!==``&&c(`button`,{type:`button`,class:`row-button`,onClick:()=>void h(),children:O(`telegram.link`)})]})}async function M(){await l.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:w(`action.cancel`)})&&await S(async()=>(await x(D,{}),O(`telegram.unlinked`)))}function N(){let[n,i]=t(``),[a,o]=t(``),[s,m]=t({}),{busy:h,problem:_,submit:v}=y(async()=>{let t={...n===``&&{currentPassword:w(`form.required`)},...a===``&&{newPassword:w(`form.required`)}};if(m(t),Object.keys(t).length>0)return;let{changePassword:s}=await x(E,{currentPassword:n,newPassword:a}),c=u(s);if(c)d(c),i(``),o(``),l.haptic(`success`),e(O(`password.changed`));else{let e=r(s.errors);m({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return c(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:h,submit:v,children:[c(p,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:n,onInput:i,error:s.currentPassword}),c(p,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:a,onInput:o,error:s.newPassword}),c(g,{text:_?f(_):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:i,children:a}){return c(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:c(_,{title:e,note:t,children:[a,c(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};