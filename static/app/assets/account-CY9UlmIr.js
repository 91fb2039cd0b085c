//# allFunctionsCalledOnLoad
import{$ as e,_ as t,a as n,ct as r,f as i,h as a,l as o,lt as s,q as c,rt as l,v as u,wt as d,xt as f}from"./index-CtANYjS9.js";import{B as p,D as m,F as h,H as g,R as _,V as v,W as y,b,tt as x,y as S,z as C}from"./shared-_n1YPQRV.js";import{t as w}from"./texts-Cjl9BCWj.js";var T=n`
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
`,E=n`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,D=n`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,O=e({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:e,problem:t,reload:n}=v(m,{}),r=e?.me;return l(d,{children:[l(C,{title:w(`more.settings`),back:{screen:`more`}}),r?l(d,{children:[l(A,{me:r}),l(j,{linked:r.telegramLinked}),l(N,{})]}):t?l(i,{problem:t,retry:n}):l(a,{rows:4})]})}function A({me:e}){let[t,n]=f(e.name??``),[r,i]=f(e.email);b(t.trim()!==(e.name??``)||r.trim()!==e.email);let{busy:a,problem:s,submit:d}=y(async()=>{await x(T,{name:t.trim(),email:r.trim()}),o.haptic(`success`),c(O(`saved`))}),m=s?.field===`email`?s.code===`CONFLICT`?O(`email.taken`):w(`form.email`):void 0;return l(P,{title:O(`profile`),button:O(`save`),busy:a,submit:d,children:[l(p,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:t,onInput:n}),l(p,{label:O(`email`),type:`email`,autocomplete:`username`,value:r,onInput:i,error:m}),l(g,{text:s&&!m?u(s):void 0})]})}function j({linked:e}){let t=e||o.initData!==``?void 0:O(`telegram.how`);return l(_,{title:O(`telegram`),note:t,children:[l(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?l(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):o.initData!==``&&l(`button`,{type:`button`,class:`row-button`,onClick:()=>void h(),children:O(`telegram.link`)})]})}async function M(){await o.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:w(`action.cancel`)})&&await S(async()=>(await x(D,{}),O(`telegram.unlinked`)))}function N(){let[e,n]=f(``),[i,a]=f(``),[d,m]=f({}),{busy:h,problem:_,submit:v}=y(async()=>{let l={...e===``&&{currentPassword:w(`form.required`)},...i===``&&{newPassword:w(`form.required`)}};if(m(l),Object.keys(l).length>0)return;let{changePassword:u}=await x(E,{currentPassword:e,newPassword:i}),d=r(u);if(d)s(d),n(``),a(``),o.haptic(`success`),c(O(`password.changed`));else{let e=t(u.errors);m({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return l(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:h,submit:v,children:[l(p,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:e,onInput:n,error:d.currentPassword}),l(p,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:i,onInput:a,error:d.newPassword}),l(g,{text:_?u(_):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:i,children:a}){return l(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:l(_,{title:e,note:t,children:[a,l(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};