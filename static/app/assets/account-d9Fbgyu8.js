import{$ as e,A as t,B as n,D as r,J as i,T as a,V as o,Y as s,Z as c,_ as l,at as u,ct as d,f,ft as p,it as m,mt as h,nt as g,pt as _,r as v,st as y,v as b,vt as x,y as S,yt as C}from"./app-zFyvJBph.js";import{t as w}from"./act--gT1q8uE.js";var T=s`
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
`,E=s`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,D=s`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,O=d({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Telegram входит за вас`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`Telegram logs you in`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function k(){let{data:n,problem:i,reload:a}=t(f,{}),o=n?.me;return p(C,{children:[p(r,{title:y(`more.settings`),back:{screen:`more`}}),o?p(C,{children:[p(A,{me:o}),p(j,{linked:o.telegramLinked}),p(N,{})]}):i?p(e,{problem:i,retry:a}):p(g,{rows:4})]})}function A({me:e}){let[t,n]=x(e.name??``),[r,a]=x(e.email);v(t.trim()!==(e.name??``)||r.trim()!==e.email);let{busy:s,problem:d,submit:f}=l(async()=>{await o(T,{name:t.trim(),email:r.trim()}),i.haptic(`success`),c(O(`saved`))}),m=d?.field===`email`?d.code===`CONFLICT`?O(`email.taken`):y(`form.email`):void 0;return p(P,{title:O(`profile`),button:O(`save`),busy:s,submit:f,children:[p(S,{label:O(`name`),autocomplete:`name`,hint:O(`name.hint`),value:t,onInput:n}),p(S,{label:y(`login.email`),type:`email`,autocomplete:`username`,value:r,onInput:a,error:m}),p(b,{text:d&&!m?u(d):void 0})]})}function j({linked:e}){let t=e||i.initData!==``?void 0:O(`telegram.how`);return p(a,{title:O(`telegram`),note:t,children:[p(`p`,{class:`row`,children:O(e?`telegram.linked`:`telegram.none`)}),e?p(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void M(),children:O(`telegram.unlink`)}):i.initData!==``&&p(`button`,{type:`button`,class:`row-button`,onClick:()=>void n(),children:O(`telegram.link`)})]})}async function M(){await i.confirm({title:O(`telegram.unlink.question`),text:O(`telegram.unlink.text`),yes:O(`telegram.unlink`),no:y(`action.cancel`)})&&await w(async()=>(await o(D,{}),O(`telegram.unlinked`)))}function N(){let[e,t]=x(``),[n,r]=x(``),[a,s]=x({}),{busy:d,problem:f,submit:g}=l(async()=>{let a={...e===``&&{currentPassword:y(`form.required`)},...n===``&&{newPassword:y(`form.required`)}};if(s(a),Object.keys(a).length>0)return;let{changePassword:l}=await o(E,{currentPassword:e,newPassword:n}),u=_(l);if(u)h(u),t(``),r(``),i.haptic(`success`),c(O(`password.changed`));else{let e=m(l.errors);s({...e,...e.currentPassword&&{currentPassword:O(`password.wrong`)}})}});return p(P,{title:O(`password`),note:O(`password.note`),button:O(`password.change`),busy:d,submit:g,children:[p(S,{label:O(`password.current`),type:`password`,autocomplete:`current-password`,value:e,onInput:t,error:a.currentPassword}),p(S,{label:O(`password.next`),type:`password`,autocomplete:`new-password`,value:n,onInput:r,error:a.newPassword}),p(b,{text:f?u(f):void 0})]})}function P({title:e,note:t,button:n,busy:r,submit:i,children:o}){return p(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:p(a,{title:e,note:t,children:[o,p(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{k as AccountScreen};