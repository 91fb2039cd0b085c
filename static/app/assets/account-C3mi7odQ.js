import{G as e,J as t,P as n,Q as r,W as i,X as a,_ as o,d as s,dt as c,g as l,gt as u,ht as d,it as f,j as p,k as m,lt as h,ot as g,q as _,rt as v,st as y,tt as b,ut as x,v as S}from"./app-DqTHYdDE.js";import{t as C}from"./act-T0pWkXJu.js";var w=t`
  mutation UpdateUser($name: String, $email: String) {
    updateUser(name: $name, email: $email) {
      user {
        id
        email
        name
      }
    }
  }
`,T=t`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
    }
  }
`,E=t`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        id
        telegramLinked
      }
    }
  }
`,D=y({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Telegram входит за вас`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Нынешний пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш нынешний пароль.`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`Telegram logs you in`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`}});function O(){let{data:e,problem:t,reload:i}=n(s,{}),a=e?.me;return h(u,{children:[h(p,{title:g(`more.settings`),back:{screen:`more`}}),a?h(u,{children:[h(k,{me:a}),h(A,{linked:a.telegramLinked}),h(M,{})]}):t?h(r,{problem:t,retry:i}):h(b,{rows:4})]})}function k({me:t}){let[n,r]=d(t.name??``),[i,s]=d(t.email),{busy:c,problem:u,submit:p}=l(async()=>{await e(w,{name:n.trim(),email:i.trim()}),_.haptic(`success`),a(D(`saved`))}),m=u?.field===`email`?u.code===`CONFLICT`?D(`email.taken`):g(`form.email`):void 0;return h(N,{title:D(`profile`),button:D(`save`),busy:c,submit:p,children:[h(S,{label:D(`name`),autocomplete:`name`,hint:D(`name.hint`),value:n,onInput:r}),h(S,{label:g(`login.email`),type:`email`,autocomplete:`username`,value:i,onInput:s,error:m}),h(o,{text:u&&!m?f(u):void 0})]})}function A({linked:e}){let t=e||_.initData!==``?void 0:D(`telegram.how`);return h(m,{title:D(`telegram`),note:t,children:[h(`p`,{class:`row`,children:D(e?`telegram.linked`:`telegram.none`)}),e?h(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void j(),children:D(`telegram.unlink`)}):_.initData!==``&&h(`button`,{type:`button`,class:`row-button`,onClick:()=>void i(),children:D(`telegram.link`)})]})}async function j(){await _.confirm({title:D(`telegram.unlink.question`),text:D(`telegram.unlink.text`),yes:D(`telegram.unlink`),no:g(`action.cancel`)})&&await C(async()=>(await e(E,{}),D(`telegram.unlinked`)))}function M(){let[t,n]=d(``),[r,i]=d(``),[s,u]=d({}),{busy:p,problem:m,submit:y}=l(async()=>{let o={...t===``&&{currentPassword:g(`form.required`)},...r===``&&{newPassword:g(`form.required`)}};if(u(o),Object.keys(o).length>0)return;let{changePassword:s}=await e(T,{currentPassword:t,newPassword:r}),l=x(s);if(l)c(l),n(``),i(``),_.haptic(`success`),a(D(`password.changed`));else{let e=v(s.errors);u({...e,...e.currentPassword&&{currentPassword:D(`password.wrong`)}})}});return h(N,{title:D(`password`),note:D(`password.note`),button:D(`password.change`),busy:p,submit:y,children:[h(S,{label:D(`password.current`),type:`password`,autocomplete:`current-password`,value:t,onInput:n,error:s.currentPassword}),h(S,{label:D(`password.next`),type:`password`,autocomplete:`new-password`,value:r,onInput:i,error:s.newPassword}),h(o,{text:m?f(m):void 0})]})}function N({title:e,note:t,button:n,busy:r,submit:i,children:a}){return h(`form`,{class:`part`,noValidate:!0,onSubmit:e=>{e.preventDefault(),i()},children:h(m,{title:e,note:t,children:[a,h(`button`,{type:`submit`,class:`row-button`,disabled:r,"aria-busy":r,children:n})]})})}export{O as AccountScreen};