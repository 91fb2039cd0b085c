import{$ as e,A as t,B as n,D as r,J as i,T as a,V as o,Y as s,Z as c,_ as l,at as u,ct as d,f,ft as p,it as m,mt as h,nt as g,pt as _,st as v,v as y,vt as b,y as x,yt as S}from"./app-DYaM1PGK.js";import{t as C}from"./act-CiQSonqI.js";var w=s`
  mutation UpdateUser($name: String, $email: String) {
    updateUser(name: $name, email: $email) {
      user {
        id
        email
        name
      }
    }
  }
`,T=s`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,E=s`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        id
        telegramLinked
      }
    }
  }
`,D=d({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Telegram входит за вас`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`Telegram logs you in`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function O(){let{data:n,problem:i,reload:a}=t(f,{}),o=n?.me;return p(S,{children:[p(r,{title:v(`more.settings`),back:{screen:`more`}}),o?p(S,{children:[p(k,{me:o}),p(A,{linked:o.telegramLinked}),p(M,{})]}):i?p(e,{problem:i,retry:a}):p(g,{rows:4})]})}function k({me:e}){let[t,n]=b(e.name??``),[r,a]=b(e.email),{busy:s,problem:d,submit:f}=l(async()=>{await o(w,{name:t.trim(),email:r.trim()}),i.haptic(`success`),c(D(`saved`))}),m=d?.field===`email`?d.code===`CONFLICT`?D(`email.taken`):v(`form.email`):void 0;return p(N,{title:D(`profile`),button:D(`save`),busy:s,submit:f,children:[p(x,{label:D(`name`),autocomplete:`name`,hint:D(`name.hint`),value:t,onInput:n}),p(x,{label:v(`login.email`),type:`email`,autocomplete:`username`,value:r,onInput:a,error:m}),p(y,{text:d&&!m?u(d):void 0})]})}function A({linked:e}){let t=e||i.initData!==``?void 0:D(`telegram.how`);return p(a,{title:D(`telegram`),note:t,children:[p(`p`,{class:`row`,children:D(e?`telegram.linked`:`telegram.none`)}),e?p(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void j(),children:D(`telegram.unlink`)}):i.initData!==``&&p(`button`,{type:`button`,class:`row-button`,onClick:()=>void n(),children:D(`telegram.link`)})]})}async function j(){await i.confirm({title:D(`telegram.unlink.question`),text:D(`telegram.unlink.text`),yes:D(`telegram.unlink`),no:v(`action.cancel`)})&&await C(async()=>(await o(E,{}),D(`telegram.unlinked`)))}function M(){let[e,t]=b(``),[n,r]=b(``),[a,s]=b({}),{busy:d,problem:f,submit:g}=l(async()=>{let a={...e===``&&{currentPassword:v(`form.required`)},...n===``&&{newPassword:v(`form.required`)}};if(s(a),Object.keys(a).length>0)return;let{changePassword:l}=await o(T,{currentPassword:e,newPassword:n}),u=_(l);if(u)h(u),t(``),r(``),i.haptic(`success`),c(D(`password.changed`));else{let e=m(l.errors);s({...e,...e.currentPassword&&{currentPassword:D(`password.wrong`)}})}});return p(N,{title:D(`password`),note:D(`password.note`),button:D(`password.change`),busy:d,submit:g,children:[p(x,{label:D(`password.current`),type:`password`,autocomplete:`current-password`,value:e,onInput:t,error:a.currentPassword}),p(x,{label:D(`password.next`),type:`password`,autocomplete:`new-password`,value:n,onInput:r,error:a.newPassword}),p(y,{text:f?u(f):void 0})]})}function N({title:e,note:t,button:n,busy:r,submit:i,children:o}){return p(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:p(a,{title:e,note:t,children:[o,p(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{O as AccountScreen};