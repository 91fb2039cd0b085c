//# allFunctionsCalledOnLoad
import{Ct as e,Et as t,Y as n,a as r,at as i,dt as a,g as o,p as s,tt as c,u as l,ut as u,v as d,y as f}from"./index-B17fUszB.js";import{B as p,D as m,F as h,H as g,R as _,V as v,W as y,b,tt as x,y as S,z as C}from"./shared-CJBjclhP.js";import{t as w}from"./texts-BWfxkC-O.js";var T=r`
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
`,O=c({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:e,problem:n,reload:r}=v(m,{}),a=e?.me;return i(t,{children:[i(C,{title:w(`more.settings`),back:{screen:`more`}}),a?i(t,{children:[i(A,{me:a}),i(j,{linked:a.telegramLinked}),i(N,{})]}):n?i(s,{problem:n,retry:r}):i(o,{rows:4})]})}function A({me:t}){let[r,a]=e(t.name??``),[o,s]=e(t.email);b(r.trim()!==(t.name??``)||o.trim()!==t.email);let{busy:c,problem:u,submit:d}=y(async()=>{await x(T,{name:r.trim(),email:o.trim()}),l.haptic(`success`),n(O(`saved`))}),m=u?.field===`email`?u.code===`CONFLICT`?O(`email.taken`):w(`form.email`):void 0;return i(P,{title:O(`profile`),button:O(`save`),busy:c,submit:d,children:[i(p,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:r,onInput:a}),i(p,{label:O(`email`),type:`email`,autocomplete:`username`,value:o,onInput:s,error:m}),i(g,{text:u&&!m?f(u):void 0})]})}function j({linked:e}){let t=e||l.initData!==``?void 0:O(`telegram.how`);return i(_,{title:O(`telegram`),note:t,children:[i(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?i(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):l.initData!==``&&i(`button`,{type:`button`,class:`row-button`,onClick:()=>void h(),children:O(`telegram.link`)})]})}async function M(){await l.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:w(`action.cancel`)})&&await S(async()=>(await x(D,{}),O(`telegram.unlinked`)))}function N(){let[t,r]=e(``),[o,s]=e(``),[c,m]=e({}),{busy:h,problem:_,submit:v}=y(async()=>{let e={...t===``&&{currentPassword:w(`form.required`)},...o===``&&{newPassword:w(`form.required`)}};if(m(e),Object.keys(e).length>0)return;let{changePassword:i}=await x(E,{currentPassword:t,newPassword:o}),c=u(i);if(c)a(c),r(``),s(``),l.haptic(`success`),n(O(`password.changed`));else{let e=d(i.errors);m({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return i(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:h,submit:v,children:[i(p,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:t,onInput:r,error:c.currentPassword}),i(p,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:o,onInput:s,error:c.newPassword}),i(g,{text:_?f(_):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:a,children:o}){return i(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),a()},children:i(_,{title:e,note:t,children:[o,i(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};