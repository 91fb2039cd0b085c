//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/core-chunk-5G4TVoVl.js","assets/shared-GoK3iQms.js","assets/early-U_B3e4p6.js","assets/texts-rWTbZoQw.js","assets/common-DBZvb-18.js","assets/common-DV6HzUhi.css","assets/connect-code-C8WZE2en.js","assets/core-chunk-BiMRk0IS.css","assets/team-u8N3zitm.js","assets/settings-CgS3ZYJP.js","assets/settings-Rl8NLx7N.css","assets/tasks-DojXlKKT.js","assets/overview-BJVXrErp.js","assets/overview-DymLDZ0_.css","assets/paper-DCGmXQ90.js","assets/qr-CWj8-iUu.js","assets/paper-eTjWVUNU.css","assets/customer-form-DQ9Gok2g.js","assets/customer-data-D2hzMgSK.js","assets/customer-merge-i6d5SuL3.js","assets/account-Dy7KSnMD.js","assets/moving-DbTEWdfp.js","assets/moving-WSNigUIe.css","assets/login-CxWmAH3C.js","assets/login-C3_VTG8d.css","assets/password-dialog-i_pYA0W0.js"])))=>i.map(i=>d[i]);
import{A as e,At as t,Ct as n,Dt as r,Et as i,Ft as a,Mt as o,Nt as s,O as c,Ot as l,St as u,T as d,Tt as f,_ as p,_t as m,a as h,b as g,bt as _,c as v,g as y,gt as b,ht as x,i as ee,j as S,jt as C,k as te,kt as w,l as T,m as E,mt as ne,n as D,pt as re,rt as ie,t as ae,vt as O,w as oe,xt as se,yt as ce}from"./early-U_B3e4p6.js";var le=Object.defineProperty,ue=(e,t)=>{let n={};for(var r in e)le(n,r,{get:e[r],enumerable:!0});return t||le(n,Symbol.toStringTag,{value:`Module`}),n},k,de,fe,A,pe,me,he,ge,_e,ve,ye,be,xe=Symbol.for(`pv`),Se={},Ce=[],we=/^m(i|n|o|s|text|space)$/,Te=Array.isArray,Ee=Ce.slice,De=Object.assign;function Oe(e){e&&e.parentNode&&e.remove()}function ke(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?Ee.call(arguments,2):n),Ae(e,o,r,i,null)}function Ae(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:xe,__v:i||++de,__i:-1,__u:0};return!i&&k.vnode&&k.vnode(a),a}function j(e){return e.children}function je(e,t){this.props=e,this.context=t,this.__g=0}function M(e,t){if(t==null)return e.__&&M(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:M(e)}function Me(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=De({constructor:xe},n)).__v=n.__v+1,k.vnode&&k.vnode(t),Ue(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||M(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Ke(i,t,a),n.__=n.__e=null,t.__e!=r&&Ne(t))}function Ne(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Ne(e)}function Pe(e){(8&e.__g||(e.__g|=8,A.push(e),me++))&&pe==k.debounceRendering||((pe=k.debounceRendering)||queueMicrotask)(Fe)}function Fe(){try{for(var e,t=1;A.length;)A.length>t&&A.sort(he),e=A.shift(),t=A.length,8&e.__g&&Me(e)}finally{(me=A.length)&&(pe||queueMicrotask)(Fe)}}function Ie(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||Ce,v=t.length;for(c=Le(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||Se,p.__i=d,g=Ue(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&Je(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=Re(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function Le(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=Ae(null,o):Te(o)?o=v[a]=Ae(j,{children:o}):o.constructor===xe&&o.__b?o=v[a]=Ae(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ze(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=M(s)),Ye(s,s));return r}function Re(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=Re(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=M(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ze(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function Be(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function Ve(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||Be(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||Be(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=ye[t]||(ye[t]=He(t)),(e.__a||={})[t]=ve,a=t!=(t=t.replace(_e,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function He(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[ge]==null)t[ge]=ve++;else if(t[ge]<this.__a[e])return;return n(k.event?k.event(t):t)}}}function Ue(e,t,n,r,i,a,o,s,c,l){var u,d,f,p,m,h,g,_,v,y,b,x,ee,S,C,te,w,T,E=t.type;if(t.constructor!==xe)return null;128&n.__u&&(c=32&n.__u,u=n.__c.__z)&&(t.__u|=c,d=a=[],u.nodeType==8?s=We(u,a):a.push(u),s=a[0]||s),(u=k.__b)&&u(t);n:if(typeof E==`function`){f=o.length;try{if(_=t.props,v=(u=E.prototype)&&u.render,y=(u=E.contextType)&&r[u.__c],b=u?y?y.props.value:u.__:r,(p=n.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(v?t.__c=p=new E(_,b):(t.__c=p=new je(_,b),p.constructor=E,p.render=Xe),y&&y.sub(p),p.state||(p.state={}),p.__n=r,p.__g|=8,p.__h=[],p.__k=[]),v&&(p.__s||(p.__s=p.state),E.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=De({},p.__s)),De(p.__s,E.getDerivedStateFromProps(_,p.__s)))),m=p.props,h=p.state,p.__v=t,n.__c){if(_!==m&&v&&!E.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(_,b),t.__v==n.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&!1===p.shouldComponentUpdate(_,p.__s,b)){t.__v!=n.__v&&(p.props=_,p.state=p.__s,p.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),Ce.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&o.push(p),s=M(n);break n}p.componentWillUpdate&&p.componentWillUpdate(_,p.__s,b),v&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(m,h,g)})}else v&&!E.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),v&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=b,p.props=_,p.__P=e,p.__g&=-5,x=k.__r,ee=v?25:0;do p.__g&=-9,x&&x(t),u=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++ee<25);v&&(Ce.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(r=De({},r,p.getChildContext())),v&&n.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(m,h)),S=u&&u.type===j&&u.key==null?u.props.children:u,_.__P&&(u=s,i=(e=_.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Ye(e,e)}),n.__k=null),s=n.__k?M(n,0):null),s=Ie(e,Te(S)?S:[S],t,n,r,i,a,o,s,c,l),_.__P&&(t.__e=null,s=u),t.__u&=-161,d&&d.some(Oe),p.__h.length&&o.push(p),1&p.__g&&(p.__g&=-4)}catch(e){if(o.length=f,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(w=a.indexOf(s||void 0))||(w=a.length);(T=a[w-1])&&T.nodeType==8;)w--;for(;w<a.length;w++)if(T=a[w]){if(a[w]=null,C){if(T==te)break}else{if(T.nodeType!=8)break;T.data.startsWith(`$s`)&&(te=We(C=T))}}}if(!C){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;C=s}(u=We(C=t.__c.__z||(t.__c.__z=C)))?(t.__e=C,s=u):t.__e=s,s&&=s.nextSibling}else a&&a.some(Oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||Ge(t),k.__e(e,t,n)}}else s=t.__e=qe(n.__e,t,n,r,i,a,o,c,l,e);return(u=k.diffed)&&u(t),s}function We(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function Ge(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Ge))}function Ke(e,t,n){for(var r=0;r<n.length;)Je(n[r++],n[r++],n[r++]);k.__c&&k.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){k.__e(e,t.__v)}})}function qe(e,t,n,r,i,a,o,s,c,l){var u,d,f,p,m,h,g,_,v=n.props||Se,y=t.props,b=t.type;if(b==`svg`?i=`http://www.w3.org/2000/svg`:b==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(u=0;u<a.length;u++)if((m=a[u])&&(b?m.localName==b:m.nodeType==3)){e=m,a[u]=null;break}}if(!e){if(_=l.ownerDocument||document,!b)return _.createTextNode(y);e=_.createElementNS(i,b,y.is?y:l),s&&=(k.__m&&k.__m(t,a),!1),a=null}if(b){if(l=b==`template`&&e.content||e,a=b==`textarea`&&y.defaultValue!=null?null:a&&Ee.call(l.childNodes),!s&&a)for(v={},u=0;u<e.attributes.length;u++)v[(m=e.attributes[u]).name]=m.value;for(u in v)m=v[u],u==`dangerouslySetInnerHTML`?f=m:u==`children`||u in y||u==`value`&&`defaultValue`in y||u==`checked`&&`defaultChecked`in y||Ve(e,u,null,m,i);for(u in y)m=y[u],u==`children`?p=m:u==`dangerouslySetInnerHTML`?d=m:u==`value`?h=m:u==`checked`?g=m:s&&typeof m!=`function`||v[u]===m||Ve(e,u,m,v[u],i);d?(s||f&&(d.__html==f.__html||d.__html==e.innerHTML)||(e.innerHTML=d.__html),t.__k=[]):(f&&(e.textContent=``),(b==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&we.test(b))&&(i=`http://www.w3.org/1999/xhtml`),Ie(l,Te(p)?p:[p],t,n,r,i,a,o,a?a[0]:n.__k&&M(n,0),s,c),a&&a.some(Oe)),s&&b!=`textarea`||(u=`value`,b==`progress`&&h==null?e.removeAttribute(u):h==null||h===e[u]&&(b!=`progress`||h)||Ve(e,u,h,v[u],i),u=`checked`,g!=null&&g!=e[u]&&Ve(e,u,g,v[u],i))}else v===y||s&&e.data==y||(e.data=y);return e}function Je(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){k.__e(e,n)}}function Ye(e,t,n){var r,i,a,o;if(k.unmount&&k.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||Je(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){k.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Ye(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=We(r,a=[]))&&(r==e.__e&&a.some(Oe),Oe(i),Oe(r)),n||Oe(e.__e),e.__e=e.__c=e.__=null}function Xe(e,t,n){return this.constructor(e,n)}function Ze(e,t){var n,r,i,a;k.__&&k.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=Ae(j,{children:[e]}),i=[],a=[],Ue(t,t.__k,r||Se,Se,t.namespaceURI,r?null:t.firstChild?Ee.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Ke(i,t.__k,a),t.__k.props.children=null}function Qe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,Pe(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+be++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}k={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw me=0,e}},de=0,fe=function(e){return e!=null&&e.constructor===xe},je.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=De({},this.state)),typeof e==`function`&&(e=e(De({},n),this.props)),e&&(De(n,e),this.__v&&(t&&this.__k.push(t),Pe(this)))},je.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Pe(this))},je.prototype.render=j,A=[],me=0,he=function(e,t){return e.__v.__b-t.__v.__b},ge=Symbol(),_e=/(PointerCapture)$|Capture$/i,ve=0,ye={},be=0;var N,P,$e,et,tt=Object.is,nt=0,rt=[],it=[],F=k,at=F.__b,ot=F.__r,st=F.diffed,ct=F.__c,lt=F.unmount,ut=F.__;function dt(e,t){F.__h&&F.__h(P,e,nt||t),nt=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function ft(e){return nt=1,pt(Dt,e)}function pt(e,t,n){var r=dt(N++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Dt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);tt(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=P,!P.__f)){P.__f=!0;var i=P.shouldComponentUpdate;P.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,tt(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function I(e,t){var n=dt(N++,3);!F.__s&&Et(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function mt(e,t){var n=dt(N++,4);!F.__s&&Et(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function ht(e){return nt=5,gt(function(){return{current:e}},[])}function gt(e,t){var n=dt(N++,7);return Et(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function _t(e,t){return nt=8,gt(function(){return e},t)}function vt(e){var t=P.context[e.__c],n=dt(N++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(P)),t.props.value):e.__}function yt(){var e=dt(N++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function bt(){var e;do{for(;e=it.shift();)try{wt(e)}catch(t){F.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=rt.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(wt),t.__h.some(Tt),t.__h=[]}catch(n){t.__h=[],F.__e(n,e.__v)}}}while(it.length)}F.__b=function(e){P=null,at&&at(e)},F.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),ut&&ut(e,t)},F.__r=function(e){ot&&ot(e),N=0;var t=(P=e.__c).__H;t&&($e==P?P.__h=[]:(t.__h.some(wt),t.__h.some(Tt),N=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),$e=P},F.diffed=function(e){st&&st(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ct(rt.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),$e=P=null},F.__c=function(e,t){t.some(function(e){try{e.__h.some(wt),e.__h=e.__h.filter(function(e){return!e.__||Tt(e)})}catch(t){e.__h=[function(){throw t}]}}),ct&&ct(e,t)},F.unmount=function(e){lt&&lt(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Ct(it.push(r))}else wt(r)}catch(e){t=e}}),r.__H=void 0,t&&F.__e(t,r.__v))};var xt=typeof requestAnimationFrame==`function`;function St(e){var t,n=function(){clearTimeout(r),xt&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);xt&&(t=requestAnimationFrame(n))}function Ct(e){e!=1&&et==F.requestAnimationFrame||((et=F.requestAnimationFrame)||St)(bt)}function wt(e){var t=P,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),P=t}function Tt(e){var t=P;e.__c=e.__(),P=t}function Et(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!tt(t,e[n])})}function Dt(e,t){return typeof t==`function`?t(e):t}var Ot,kt,At,jt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,Mt=[],Nt=[];t(function(){Ot=this.N})();function Pt(e,t){k[e]=t.bind(null,k[e]||function(){})}function Ft(e){if(At){var t=At;At=void 0,t()}At=e&&e.S()}function It(e){var n=this,i=e.data,a=Rt(i);a.name=`ReactiveDom`,a.value=i;var o=gt(function(){for(var e=n,i=n.__v;i=i.__;)if(i.__c){i.__c.__$f|=4;break}var o=r(function(){var e=a.value.value;return e===0?0:!0===e?``:e||``}),s=r(function(){return!Array.isArray(o.value)&&!fe(o.value)}),c=t(function(){if(this.N=Wt,s.value){var t=o.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),l=n.__$u.d;return n.__$u.d=function(){c(),l.call(this)},[s,o]},[]),s=o[0],c=o[1];return s.value?c.peek():c.value}It.displayName=`ReactiveTextNode`,Object.defineProperties(l.prototype,{constructor:{configurable:!0,value:ke(j,null).constructor},type:{configurable:!0,value:It},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Pt(`__b`,function(e,t){if(Ft(),kt=void 0,typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof l&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Pt(`__r`,function(e,n){if(e(n),n.type!==j){Ft();var r,i=n.__c;i&&(i.__$f&=-2,(r=i.__$u)===void 0&&(i.__$u=r=function(e,n){var r;return t(function(){r=this},{name:n}),r.c=e,r}(function(e){return function(){var t;jt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(i),typeof n.type==`function`?n.type.displayName||n.type.name:``))),kt=i,Ft(r)}}),Pt(`__e`,function(e,t,n,r){Ft(),kt=void 0,e(t,n,r)}),Pt(`diffed`,function(e,t){Ft(),kt=void 0;var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Lt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Lt(e,n,r,i){var a=n in e&&e.ownerSVGElement===void 0,o=C(r);return{o:function(e,t){o.value=e,i=t},d:t(function(){this.N=Wt;var t=o.value.value;i[n]!==t&&(i[n]=t,a?e[n]=t:t!=null&&(!1!==t||n[4]===`-`)?e.setAttribute(n,t):e.removeAttribute(n))})}}Pt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Pt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),je.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Rt(e,t){return gt(function(){return C(e,t)},[])}var zt=typeof requestAnimationFrame>`u`?setTimeout:function(e){var t=function(){clearTimeout(n),cancelAnimationFrame(r),e()},n=setTimeout(t,35),r=requestAnimationFrame(t)},Bt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Vt(){w(function(){for(var e;e=Mt.shift();)Ot.call(e)})}function Ht(){Mt.push(this)===1&&(k.requestAnimationFrame||zt)(Vt)}function Ut(){w(function(){for(var e;e=Nt.shift();)Ot.call(e)})}function Wt(){Nt.push(this)===1&&(k.requestAnimationFrame||Bt)(Ut)}function Gt(e,n){var r=ht(e);r.current=e;var i=kt;I(function(){return t(function(){if(this.N=Ht,!(i&&8&i.__$f))return r.current()},n)},[])}var Kt=S(`
  fragment NotificationFields on NotificationType {
    __typename
    id
    kind
    status
    state
    lastError
    notBefore
    createdTime
    sentAt
    stage {
      __typename
      id
    }
  }
`),qt=S(`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
    createdTime
    source
    hasAccessCode
    nextReminderTime
    remindersStopped
    rating
    ratingComment
    stage {
      __typename
      id
      nameRu
      nameEn
    }
    shopCategory {
      __typename
      id
      nameRu
      nameEn
    }
    estimate {
      __typename
      id
      version
      state
      total
      currency
      sentTime
      decidedTime
    }
    due
    paid
    warrantyUntil
    warrantyOf {
      __typename
      id
    }
    history {
      __typename
      id
      kind
      at
      actor
      actorName
      from
      to
    }
    notifications {
      ...NotificationFields
    }
  }
`,[e,Kt]),Jt=S(`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
`,[qt]),Yt=S(`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`),Xt=S(`
  query ShopWords {
    stages(withRemoved: true) {
      __typename
      id
      status
      nameRu
      nameEn
      removed
    }
    categories(withRemoved: true) {
      __typename
      id
      category
      nameRu
      nameEn
      removed
    }
  }
`),Zt=S(`
  mutation SetAccessCode($taskId: ID!, $code: String) {
    setAccessCode(taskId: $taskId, code: $code) {
      task {
        ...TaskDetails
      }
    }
  }
`,[qt]),Qt=S(`
  mutation ShowAccessCode($taskId: ID!) {
    showAccessCode(taskId: $taskId) {
      code
    }
  }
`),$t=S(`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
`,[e]),en=S(`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
`,[qt]),tn=S(`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
        undoUntil
        readySince
        customer {
          ...CustomerFields
        }
      }
    }
  }
`,[c]),nn=S(`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
`,[qt]),rn=S(`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        ...NotificationFields
      }
    }
  }
`,[Kt]),an=S(`
  query Reminders {
    settings {
      reminders
    }
  }
`),on=S(`
  mutation StopReminders($id: ID!, $stopped: Boolean!) {
    stopReminders(id: $id, stopped: $stopped) {
      task {
        ...TaskDetails
      }
    }
  }
`,[qt]),sn=S(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`),cn=S(`
  fragment FileFields on FileType {
    __typename
    id
    kind
    state
    label
    name
    mime
    size
    duration
    url
    width
    height
    thumbnailUrl
    large: thumbnailUrl(large: true)
  }
`),ln=S(`
  fragment MessageFields on MessageType {
    __typename
    id
    direction
    authorKind
    authorName
    text
    previousTexts
    files {
      ...FileFields
    }
    createdTime
    editedTime
    notification {
      ...NotificationFields
    }
    task {
      __typename
      id
    }
    customer {
      ...CustomerFields
    }
  }
`,[cn,Kt,c]),un=S(`
  fragment ThreadPage on MessageConnection {
    nodes {
      ...MessageFields
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
`,[ln]),dn=S(`
  query TaskThread($id: ID!, $last: Int!, $before: String) {
    taskById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[un]),fn=S(`
  query CustomerThread($id: ID!, $last: Int!, $before: String) {
    customerById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[un]),pn=S(`
  query Inbox($first: Int!, $after: String) {
    inbox(first: $first, after: $after) {
      nodes {
        ...MessageFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`,[ln]),mn=S(`
  query InboxCount {
    inbox(first: 1) {
      totalCount
    }
  }
`),hn=S(`
  query TasksToFile($id: ID!) {
    customerById(id: $id) {
      __typename
      id
      taskConnection(first: 20) {
        nodes {
          __typename
          id
          createdAt
          category
          status
          description
        }
      }
    }
  }
`),gn=S(`
  mutation FileMessage($id: ID!, $taskId: ID) {
    fileMessage(id: $id, taskId: $taskId) {
      message {
        ...MessageFields
      }
    }
  }
`,[ln]),_n=S(`
  mutation MuteCustomer($id: ID!, $muted: Boolean!) {
    muteCustomer(id: $id, muted: $muted) {
      customer {
        __typename
        id
        mutedAt
      }
    }
  }
`),vn=S(`
  mutation SendMessage($taskId: ID, $customerId: ID, $text: String, $fileIds: [ID!]) {
    sendMessage(taskId: $taskId, customerId: $customerId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[ln]),yn=S(`
  mutation AddNote($taskId: ID!, $text: String, $fileIds: [ID!]) {
    addNote(taskId: $taskId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[ln]),bn=S(`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(id: $id) {
      id
    }
  }
`),xn=S(`
  mutation NoReplyNeeded($taskId: ID, $customerId: ID) {
    noReplyNeeded(taskId: $taskId, customerId: $customerId) {
      task {
        __typename
        id
        awaitingReplySince
      }
    }
  }
`),Sn=S(`
  mutation TakeTask($id: ID!) {
    takeTask(id: $id) {
      task {
        __typename
        id
        version
        employee {
          __typename
          id
          email
          name
        }
      }
    }
  }
`),Cn=S(`
  mutation ForwardFile($id: ID!) {
    forwardFile(id: $id) {
      file {
        __typename
        id
      }
    }
  }
`),wn=S(`
  mutation MakePhotoLink($taskId: ID!, $label: FileLabel) {
    photoLink(taskId: $taskId, label: $label) {
      url
    }
  }
`),Tn={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},En=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},L,R;function z(e){return new En(`Syntax Error: Unexpected token at ${R} in ${e}`)}function Dn(e){if(e.lastIndex=R,e.test(L))return L.slice(R,R=e.lastIndex)}var On=/ +(?=[^\s])/y;function kn(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)On.lastIndex=0,On.test(t[o])&&(o&&(!r||On.lastIndex<r)&&(r=On.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function B(){for(var e=0|L.charCodeAt(R++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|L.charCodeAt(R++))if(e===35)for(;(e=0|L.charCodeAt(R++))&&e!==10&&e!==13;);R--}function An(){for(var e=R,t=0|L.charCodeAt(R++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|L.charCodeAt(R++));if(e===R-1)throw z(`Name`);var n=L.slice(e,--R);return B(),n}function V(){return{kind:`Name`,value:An()}}var jn=/(?:"""|(?:[\s\S]*?[^\\])""")/y,Mn=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function Nn(e){var t;switch(L.charCodeAt(R)){case 91:R++,B();for(var n=[];L.charCodeAt(R)!==93;)n.push(Nn(e));return R++,B(),{kind:`ListValue`,values:n};case 123:R++,B();for(var r=[];L.charCodeAt(R)!==125;){var i=V();if(L.charCodeAt(R++)!==58)throw z(`ObjectField`);B(),r.push({kind:`ObjectField`,name:i,value:Nn(e)})}return R++,B(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw z(`Variable`);return R++,{kind:`Variable`,name:V()};case 34:if(L.charCodeAt(R+1)===34&&L.charCodeAt(R+2)===34){if(R+=3,(t=Dn(jn))==null)throw z(`StringValue`);return B(),{kind:`StringValue`,value:kn(t.slice(0,-3)),block:!0}}var a=R,o;R++;var s=!1;for(o=0|L.charCodeAt(R++);o===92&&(R++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|L.charCodeAt(R++));if(o!==34)throw z(`StringValue`);return t=L.slice(a,R),B(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=R++,l;(l=0|L.charCodeAt(R++))>=48&&l<=57;);var u=L.slice(c,--R);if((l=L.charCodeAt(R))===46||l===69||l===101){if((t=Dn(Mn))==null)throw z(`FloatValue`);return B(),{kind:`FloatValue`,value:u+t}}return B(),{kind:`IntValue`,value:u};case 110:if(L.charCodeAt(R+1)===117&&L.charCodeAt(R+2)===108&&L.charCodeAt(R+3)===108)return R+=4,B(),{kind:`NullValue`};break;case 116:if(L.charCodeAt(R+1)===114&&L.charCodeAt(R+2)===117&&L.charCodeAt(R+3)===101)return R+=4,B(),{kind:`BooleanValue`,value:!0};break;case 102:if(L.charCodeAt(R+1)===97&&L.charCodeAt(R+2)===108&&L.charCodeAt(R+3)===115&&L.charCodeAt(R+4)===101)return R+=5,B(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:An()}}function Pn(e){if(L.charCodeAt(R)===40){var t=[];R++,B();do{var n=V();if(L.charCodeAt(R++)!==58)throw z(`Argument`);B(),t.push({kind:`Argument`,name:n,value:Nn(e)})}while(L.charCodeAt(R)!==41);return R++,B(),t}}function H(e){if(L.charCodeAt(R)===64){var t=[];do R++,t.push({kind:`Directive`,name:V(),arguments:Pn(e)});while(L.charCodeAt(R)===64);return t}}function Fn(){for(var e=0;L.charCodeAt(R)===91;)e++,R++,B();var t={kind:`NamedType`,name:V()};do if(L.charCodeAt(R)===33&&(R++,B(),t={kind:`NonNullType`,type:t}),e){if(L.charCodeAt(R++)!==93)throw z(`NamedType`);B(),t={kind:`ListType`,type:t}}while(e--);return t}function In(){if(L.charCodeAt(R++)!==123)throw z(`SelectionSet`);return B(),Ln()}function Ln(){var e=[];do if(L.charCodeAt(R)===46){if(L.charCodeAt(++R)!==46||L.charCodeAt(++R)!==46)throw z(`SelectionSet`);switch(R++,B(),L.charCodeAt(R)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:H(!1),selectionSet:In()});break;case 111:L.charCodeAt(R+1)===110?(R+=2,B(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:V()},directives:H(!1),selectionSet:In()})):e.push({kind:`FragmentSpread`,name:V(),directives:H(!1)});break;case 123:R++,B(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:Ln()});break;default:e.push({kind:`FragmentSpread`,name:V(),directives:H(!1)})}}else{var t=V(),n=void 0;L.charCodeAt(R)===58&&(R++,B(),n=t,t=V());var r=Pn(!1),i=H(!1),a=void 0;L.charCodeAt(R)===123&&(R++,B(),a=Ln()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(L.charCodeAt(R)!==125);return R++,B(),{kind:`SelectionSet`,selections:e}}function Rn(){if(B(),L.charCodeAt(R)===40){var e=[];R++,B();do{var t=void 0;if(L.charCodeAt(R)===34&&(t=Nn(!0)),L.charCodeAt(R++)!==36)throw z(`Variable`);var n=V();if(L.charCodeAt(R++)!==58)throw z(`VariableDefinition`);B();var r=Fn(),i=void 0;L.charCodeAt(R)===61&&(R++,B(),i=Nn(!0)),B();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:H(!0)};t&&(a.description=t),e.push(a)}while(L.charCodeAt(R)!==41);return R++,B(),e}}function zn(e){var t=V();if(L.charCodeAt(R++)!==111||L.charCodeAt(R++)!==110)throw z(`FragmentDefinition`);B();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:V()},directives:H(!1),selectionSet:In()};return e&&(n.description=e),n}function Bn(){var e=[];do{var t=void 0;if(L.charCodeAt(R)===34&&(t=Nn(!0)),L.charCodeAt(R)===123){if(t)throw z(`Document`);R++,B(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:Ln()})}else{var n=An();switch(n){case`fragment`:e.push(zn(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=L.charCodeAt(R))!==40&&r!==64&&r!==123&&(i=V());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:Rn(),directives:H(!1),selectionSet:In()};t&&(a.description=t),e.push(a);break;default:throw z(`Document`)}}}while(R<L.length);return e}function Vn(e,t){return L=e.body?e.body:e,R=0,B(),t&&t.noLocation?{kind:`Document`,definitions:Bn()}:{kind:`Document`,definitions:Bn(),loc:{start:0,end:L.length,startToken:void 0,endToken:void 0,source:{body:L,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function U(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function Hn(e){return JSON.stringify(e)}function Un(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var W=`
`,G={OperationDefinition(e){var t=``;e.description&&(t+=G.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+U(e.variableDefinitions,`, `,G.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive));var n=G.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=G.StringValue(e.description)+` `),t+=G.Variable(e.variable)+`: `+K(e.type),e.defaultValue&&(t+=` = `+K(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=U(e.arguments,`, `,G.Argument);t.length+n.length+2>80?t+=`(`+(W+=`  `)+U(e.arguments,W,G.Argument)+(W=W.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+G.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?Un(e.value).replace(/\n/g,W):Hn(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+U(e.values,`, `,K)+`]`,ObjectValue:e=>`{`+U(e.fields,`, `,G.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+K(e.value),Document(e){return!e.definitions||!e.definitions.length?``:U(e.definitions,`

`,K)},SelectionSet:e=>`{`+(W+=`  `)+U(e.selections,W,K)+(W=W.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+K(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t+=` `+G.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=G.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t+` `+G.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+U(e.arguments,`, `,G.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+K(e.type)+`]`,NonNullType:e=>K(e.type)+`!`},K=e=>G[e.kind](e);function Wn(e){return W=`
`,G[e.kind]?G[e.kind](e):``}var Gn=()=>{},q=Gn;function J(e){return{tag:0,0:e}}function Kn(e){return{tag:1,0:e}}var qn=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,Jn=e=>e;function Y(e){return t=>n=>{var r=q;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function Yn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(Kn(e(t[0])))}))}function Xn(e){return t=>n=>{var r=[],i=q,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=q;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(J((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function Zn(e){return Xn(Jn)(e)}function Qn(e){return Zn(ur(e))}function $n(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(J((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function er(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(J((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function tr(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function nr(e){var t=[],n=q,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(J((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function rr(e){return t=>n=>{var r=q,i=q,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=q),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(J((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function ir(e){return t=>n=>{var r=q,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(J((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function ar(e){return t=>n=>{var r=q,i=q,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(J((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function or(e,t){return n=>r=>{var i=q,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function sr(e){return t=>e()(t)}function cr(e){return t=>{var n=e[qn()]&&e[qn()]()||e,r=!1,i=!1,a=!1,o;t(J((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(Kn(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function lr(e){return e[qn()]?cr(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(J((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(Kn(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var ur=lr;function dr(e){return t=>{var n=!1;t(J((r=>{r===1?n=!0:n||(n=!0,t(Kn(e)),t(0))})))}}function fr(e){return t=>{var n=!1,r=e({next(e){n||t(Kn(e))},complete(){n||(n=!0,t(0))}});t(J((e=>{e===1&&!n&&(n=!0,r())})))}}function pr(){var e,t;return{source:nr(fr((n=>(e=n.next,t=n.complete,Gn)))),next(t){e&&e(t)},complete(){t&&t()}}}function mr(e){return t=>{var n=q,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function hr(e){mr((e=>{}))(e)}function gr(e){return new Promise((t=>{var n=q,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var _r=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},vr=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new En(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new En(e),yr=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(vr),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},br=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},xr=new Set,Sr=new WeakMap,Cr=(e,t)=>{if(e===null||xr.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return Cr(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=Cr(e[r],t)||`null`;return n+=`]`}if(!t&&(Dr!==Er&&e instanceof Dr||Or!==Er&&e instanceof Or))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Sr.get(e)||Math.random().toString(36).slice(2);return Sr.set(e,o),Cr({__key:o},t)}xr.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=Cr(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=Cr(a[c],t)+`:`+u)}return xr.delete(e),s+=`}`},wr=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||xr.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)wr(e,`${t}.${r}`,n[r]);else if(n instanceof Dr||n instanceof Or)e.set(t,n);else for(var a in xr.add(n),n)wr(e,`${t}.${a}`,n[a])}},Tr=(e,t)=>(xr.clear(),Cr(e,t||!1)),Er=class{},Dr=typeof File<`u`?File:Er,Or=typeof Blob<`u`?Blob:Er,kr=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Ar=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,jr=(e,t)=>t%2==0?e.replace(Ar,`
`):e,Mr=e=>e.split(kr).map(jr).join(``).trim(),Nr=new Map,Pr=new Map,Fr=e=>{var t;return typeof e==`string`?t=Mr(e):e.loc&&Pr.get(e.__key)===e?t=e.loc.source.body:(t=Nr.get(e)||Mr(Wn(e)),Nr.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Ir=e=>{var t;if(e.documentId)t=br(e.documentId);else if(t=br(Fr(e)),e.definitions){var n=zr(e);n&&(t=br(`\n# ${n}`,t))}return t},Lr=e=>{var t,n;return typeof e==`string`?(t=Ir(e),n=Pr.get(t)||Vn(e,{noLocation:!0})):(t=e.__key||Ir(e),n=Pr.get(t)||e),n.loc||Fr(n),n.__key=t,Pr.set(t,n),n},Rr=(e,t,n)=>{var r=t||{},i=Lr(e),a=Tr(r,!0),o=i.__key;return a!==`{}`&&(o=br(a,o)),{key:o,query:i,variables:r,extensions:n}},zr=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===Tn.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},Br=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new yr({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},Vr=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=Vr(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=Vr(e[i],t[i]);return e}}return t},Hr=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=Vr(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=Vr(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new yr({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},Ur=(e,t,n)=>({operation:e,data:void 0,error:new yr({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function Wr(e){var t={query:void 0,documentId:void 0,operationName:zr(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Fr(e.query)),t}var Gr=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=Kr(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Tr(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},Kr=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},qr=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Tr(t),r=(e=>{var t=new Map;return(Dr!==Er||Or!==Er)&&(xr.clear(),wr(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Tr({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},Jr=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=qr(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},Yr=/boundary="?([^=";]+)"?/i,Xr=/data: ?([^\n]+)/;async function*Zr(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*Qr(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*$r(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(Yr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of Qr(Zr(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of Qr(Zr(e),`

`)){var r=n.match(Xr);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?Hr(i,l,a,c):Br(e,l,a),r=!1,yield i,r=!0;i||(yield i=Br(e,{},a))}catch(t){if(!r)throw t;yield Ur(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function ei(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),$n((()=>{r&&r.abort()}))(Y((e=>!!e))(cr($r(e,t,n))))}function ti(e){var t=t=>e(t);return t.toPromise=()=>gr(ir(1)(Y((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>mr(e)(t),t}function ni(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var ri=()=>{},ii=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>Qn([Xn((n=>{var{key:i}=n;return ar(Y((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(Wr(t),t);return fr((e=>{var i=!1,a,o;function s(n){e.next(o=o?Hr(o,n):Br(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(Ur(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(ni(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(Y((e=>e.kind!==`teardown`&&a(e)))(t)),i(Y((e=>e.kind===`teardown`||!a(e)))(t))])},ai=({forward:e,dispatchDebug:t})=>t=>Qn([Xn((e=>{var n=Wr(e),r=Gr(e,n),i=Jr(e,n);return ar(Y((t=>t.kind===`teardown`&&t.key===e.key))(t))(ei(e,r,i))}))(Y((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(Y((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),oi=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return nr(e(nr(t)))},dispatchDebug(e){}})),n),si=({dispatchDebug:e})=>e=>Y((e=>!1))(e),ci=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=pr();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=ar(Y((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(Y((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?rr((t=>{var n=dr(t);return t.stale||t.hasNext?n:Qn([n,Yn((()=>(t.stale=!0,t)))(ir(1)(Y((t=>t.key===e.key))(c.source)))])}))(t):or((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?tr((()=>{l(e)}))(t):$n((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(ni(`teardown`,e,e.context))}))(er((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),nr(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},ni(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?ti(f(e)):ti(sr((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=tr((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?rr(dr)(Qn([t,Y((t=>t===r.get(e.key)))(dr(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return mr((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Rr(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Rr(e,t),n),mutation:(e,t,n)=>m.executeMutation(Rr(e,t),n)}),h=ri,g=nr(oi(t.exchanges)({client:m,dispatchDebug:h,forward:si({dispatchDebug:h})})(c.source));return hr(g),m},li=(e,t)=>ni(e.kind,e,{...e.context,authAttempt:t});function ui(e){return({client:t,forward:n})=>{var r=new Set,i=pr(),a=pr(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(Ur(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Rr(e,n),a);return gr(ir(1)(Y((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(tr((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return ni(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,li(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(Y(Boolean)(Yn((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,li(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(li(e,!1))))(Qn([i.source,d]))));return Qn([a.source,Y((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var di=S(`
  fragment SessionFields on ObtainJSONWebToken {
    success
    errors
    token
    refreshToken
    deviceToken
  }
`),fi=S(`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`),pi=S(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      ...SessionFields
    }
  }
`,[di]),mi=S(`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      ...SessionFields
    }
  }
`,[di]),hi=S(`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),gi=S(`
  query AccessLink($token: String!) {
    accessLink(token: $token) {
      __typename
      use
    }
  }
`),_i=S(`
  mutation Register($name: String, $email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(name: $name, email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`),vi=S(`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      ...SessionFields
    }
  }
`,[di]),yi=S(`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      ...SessionFields
    }
  }
`,[di]),bi=S(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`);function xi(){let e=matchMedia(`(prefers-color-scheme: dark)`),t=C(e.matches?`dark`:`light`);return e.addEventListener(`change`,()=>t.value=e.matches?`dark`:`light`),{inTelegram:!1,initData:``,userId:0,startParam:``,language:void 0,scheme:t,mainButton:null,secondaryButton:null,backButton:null,onSettings(){},haptic(){},confirm:Ci,openTelegramLink(e){open(e,`_blank`,`noopener`)},download(e,t){let n=document.createElement(`a`);n.href=e,n.download=t,n.click()},scan:null,homeScreen:()=>Promise.resolve(null),print(){print()},confirmClosing(e){e?addEventListener(`beforeunload`,Si):removeEventListener(`beforeunload`,Si)}}}function Si(e){e.preventDefault()}function Ci(e){let t=document.createElement(`dialog`);t.className=`confirm`,t.setAttribute(`role`,`alertdialog`),t.setAttribute(`aria-labelledby`,`confirm-title`),t.setAttribute(`aria-describedby`,`confirm-text`);let n=document.createElement(`h2`);n.id=`confirm-title`,n.textContent=e.title;let r=document.createElement(`p`);r.id=`confirm-text`,r.textContent=e.text;let i=document.createElement(`div`);i.className=`confirm-buttons`;let a=wi(e.no,`confirm-no`,()=>t.close(`no`)),o=wi(e.yes,`confirm-yes`,()=>t.close(`yes`));return a.autofocus=!0,i.append(a,o),t.append(n,r,i),document.body.append(t),new Promise(e=>{t.addEventListener(`close`,()=>{t.remove(),e(t.returnValue===`yes`)}),t.addEventListener(`click`,e=>{e.target===t&&t.close(`no`)}),t.showModal()})}function wi(e,t,n){let r=document.createElement(`button`);return r.type=`button`,r.className=t,r.textContent=e,r.addEventListener(`click`,n),r}function Ti(e){let t=xi(),n=oe(e.tgWebAppThemeParams);for(let[e,t]of Object.entries(n))document.documentElement.style.setProperty(`--tg-theme-${e.replaceAll(`_`,`-`)}`,t);return Ei(`web_app_ready`),Ei(`web_app_expand`),{...t,inTelegram:!0,...d(e),scheme:n.bg_color?C(Di(n.bg_color)?`dark`:`light`):t.scheme,openTelegramLink(e){Ei(`web_app_open_tg_link`,{path_full:e.replace(/^https:\/\/t\.me/,``)})},download(e){Ei(`web_app_open_link`,{url:new URL(e,location.href).href})},print(){Ei(`web_app_open_link`,{url:location.origin+location.pathname+location.hash})}}}function Ei(e,t={}){let{TelegramWebviewProxy:n,external:r}=globalThis,i=JSON.stringify({eventType:e,eventData:t});n?n.postEvent(e,JSON.stringify(t)):r?.notify?r.notify(i):parent!==window&&parent.postMessage(i,`*`)}function Di(e){let[t,n,r]=[1,3,5].map(t=>parseInt(e.slice(t,t+2),16));return Math.hypot(t*Math.sqrt(.299),n*Math.sqrt(.587),r*Math.sqrt(.114))<120}var Oi=C(xi()),ki=Oi.value;Oi.subscribe(e=>ki=e);function Ai(e){if(!e)return;Oi.value=Ti(e);let t=document.createElement(`script`);t.src=`https://telegram.org/js/telegram-web-app.js`,t.onload=()=>{let e=globalThis.Telegram?.WebApp;e&&(Oi.value=ji(e))},document.head.append(t)}function ji(e){let t=xi(),n=C(e.colorScheme);return e.onEvent(`themeChanged`,()=>n.value=e.colorScheme),e.isVersionAtLeast(`6.1`)&&(e.setHeaderColor(`secondary_bg_color`),e.setBackgroundColor(`secondary_bg_color`)),e.isVersionAtLeast(`7.7`)&&e.disableVerticalSwipes(),e.isVersionAtLeast(`7.10`)&&e.setBottomBarColor(`bottom_bar_bg_color`),e.expand(),e.ready(),{inTelegram:!0,initData:e.initData,userId:e.initDataUnsafe.user?.id??0,startParam:e.initDataUnsafe.start_param??``,language:e.initDataUnsafe.user?.language_code,scheme:n,mainButton:Ni(e.MainButton),secondaryButton:e.isVersionAtLeast(`7.10`)?Ni(e.SecondaryButton):null,backButton:e.isVersionAtLeast(`6.1`)?Pi(e.BackButton):null,onSettings(t){e.isVersionAtLeast(`7.0`)&&(e.SettingsButton.onClick(t),e.SettingsButton.show())},haptic(t){e.isVersionAtLeast(`6.1`)&&(t===`selection`?e.HapticFeedback.selectionChanged():t===`impact`?e.HapticFeedback.impactOccurred(`medium`):e.HapticFeedback.notificationOccurred(t))},confirm(n){return e.isVersionAtLeast(`6.2`)?new Promise(t=>{e.showPopup({title:n.title.slice(0,64),message:n.text.slice(0,256),buttons:[{id:`yes`,type:`destructive`,text:n.yes},{id:`no`,type:`default`,text:n.no}]},e=>t(e===`yes`))}):t.confirm(n)},openTelegramLink(n){e.isVersionAtLeast(`6.1`)?e.openTelegramLink(n):t.openTelegramLink(n)},download(t,n){let r=new URL(t,location.href).href;e.isVersionAtLeast(`8.0`)?e.downloadFile({url:r,file_name:n}):e.openLink(r)},scan:e.isVersionAtLeast(`6.4`)?t=>Mi(e,t):null,homeScreen(){return e.isVersionAtLeast(`8.0`)?new Promise(t=>e.checkHomeScreenStatus(n=>t(n===`missed`?()=>e.addToHomeScreen():null))):t.homeScreen()},print(){e.openLink(location.origin+location.pathname+location.hash)},confirmClosing(t){e.isVersionAtLeast(`6.2`)&&(t?e.enableClosingConfirmation():e.disableClosingConfirmation())}}}function Mi(e,t){return new Promise(n=>{let r=()=>i(null),i=t=>{e.offEvent(`scanQrPopupClosed`,r),n(t)};e.onEvent(`scanQrPopupClosed`,r),e.showScanQrPopup({text:t.slice(0,64)},e=>(i(e),!0))})}function Ni(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show({text:r,enabled:i,busy:a,onClick:o}){n(),t=o,e.onClick(o),e.setParams({text:r,is_active:i&&!a,is_visible:!0}),a?e.showProgress(!1):e.hideProgress()},hide(){n(),e.hideProgress(),e.hide()}}}function Pi(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show(r){n(),t=r,e.onClick(r),e.show()},hide(){n(),e.hide()}}}var Fi=class{known=new Map;guesses=new Map;learn(e,t){Ii(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))zi(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Ii(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Ri(t)?this.mergeObject(Ri(e)&&Li(e)===Li(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Li(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!zi(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Ii(e,t){if(Array.isArray(e))return e.forEach(e=>Ii(e,t));if(!Ri(e))return;let n=Li(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Ii(e,t))}function Li({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Ri(e){return typeof e==`object`&&!!e}function zi(e){return Ri(e)&&`nodes`in e}var Bi=({client:e,forward:t})=>{let n=new Fi,r=new Map,i=new Map,a=new Set,o=pr(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(ni(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Vi(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?ni(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),Hi(e)&&i.forEach(d),f}return e=>{let n=_r(e,er(p),nr);return Qn([_r(n,Y(f),Yn(m)),_r(n,Y(e=>!f(e)),Yn(h),t,Yn(g)),o.source])}};function Vi({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Hi({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer|updateSettings)/.test(r)}var Ui={ru:{"nav.overview":`Обзор`,"nav.inbox":`Входящие`,"nav.inbox.unfiled":`не разобрано`,"nav.tasks":`Заявки`,"nav.customers":`Клиенты`,"nav.more":`Ещё`,"nav.label":`Разделы`,"status.ACCEPTED":`Принято`,"status.IN_PROGRESS":`В работе`,"status.READY":`Готово`,"status.CLOSED":`Закрыто`,"next.IN_PROGRESS":`В работу`,"next.READY":`Готово`,"next.CLOSED":`Закрыть`,"category.CONSULTING":`Консультация`,"category.DIAGNOSIS":`Диагностика`,"category.REPAIR":`Ремонт`,"category.OTHER":`Прочее`,"action.back":`Назад`,"action.cancel":`Отмена`,"action.save":`Сохранить`,"action.edit":`Изменить`,"action.delete":`Удалить`,"action.undo":`Отменить`,"action.retry":`Повторить`,"action.close":`Закрыть`,"action.reload":`Открыть заново`,"action.toList":`К списку`,"action.call":`Позвонить {phone}`,"action.chat":`Написать в Telegram: {phone}`,"action.export":`Выгрузить в файл`,"action.scan":`Сканировать наклейку`,"list.more":`Показать ещё`,loading:`Загрузка`,"filter.overdue":`Просрочено`,"due.overdue":`Просрочено`,"due.today":`Сегодня`,"due.tomorrow":`Завтра`,"due.later":`Позже`,"due.none":`Без срока`,"promise.today":`сегодня`,"promise.tomorrow":`завтра`,"promise.hour":`{day}, {hour}`,"promise.until":`Срок: {day}`,"promise.overdue":`Просрочено: {day}`,"wait.minutes":`{count} мин`,"wait.hours":`{count} ч`,"wait.days":`{count} дн.`,"ready.minutes":`готово {count} мин`,"ready.hours":`готово {count} ч`,"ready.days":{one:`готово {count} день`,few:`готово {count} дня`,many:`готово {count} дней`,other:`готово {count} дня`},"day.today":`Сегодня`,"day.yesterday":`Вчера`,"day.unknown":`Без даты`,date:`{day} {month}`,"date.year":`{day} {month} {year} г.`,"month.1":`января`,"month.2":`февраля`,"month.3":`марта`,"month.4":`апреля`,"month.5":`мая`,"month.6":`июня`,"month.7":`июля`,"month.8":`августа`,"month.9":`сентября`,"month.10":`октября`,"month.11":`ноября`,"month.12":`декабря`,"tasks.title":`Заявки`,"tasks.open":{one:`{count} открытая`,few:`{count} открытые`,many:`{count} открытых`,other:`{count} открытой`},"tasks.count":{one:`{count} заявка`,few:`{count} заявки`,many:`{count} заявок`,other:`{count} заявки`},"list.arrived":{one:`Показать {count} новую`,few:`Показать {count} новые`,many:`Показать {count} новых`,other:`Показать {count} новой`},"tasks.new":`Новая заявка`,"tasks.empty.title":`Заявок пока нет`,"tasks.empty.text":`Новую заявку можно создать по любому номеру телефона.`,"tasks.nothing.title":`Ничего не нашлось`,"tasks.nothing.text":`Под эти фильтры не подходит ни одна заявка.`,"tasks.nothing.search":`По запросу «{search}» заявок нет. Попробуйте часть номера или слова, от трёх знаков.`,"tasks.noOpen.title":`Открытых заявок нет`,"tasks.answered.title":`Всем ответили`,"tasks.answered.text":`Никто из клиентов не ждёт ответа.`,"task.waits":`ждёт {span}`,"tasks.amongClosed":`Среди закрытых`,"tasks.showAll":`Показать все статусы`,"tasks.searchAll":`Искать и среди закрытых`,"tasks.pick":`Выберите заявку из списка`,"tasks.advance":`{action}: заявка №\xA0{id}`,"filter.search":`Номер, телефон, имя или слова`,"filter.statuses":`Статусы`,"filter.awaiting":`Ждут ответа`,"filter.open":`Открытые`,"filter.closed":`Закрытые`,"filter.any":`Все`,"filter.clear":`Очистить`,"filter.more":`Фильтры`,"filter.reset":`Сбросить фильтры`,"task.number":`№\xA0{id}`,"task.title":`Заявка №\xA0{id}`,"task.withoutCustomer":`Удалённый клиент`,"task.nobody":`Без ответственного`,"task.close.question":`Закрыть заявку №\xA0{id}?`,"task.close.text":`Она ещё не готова: «{status}».`,"task.changed":`№\xA0{id} → {status}`,"task.untold.blocked":`Клиент заблокировал бота и об этом не узнает`,"task.untold.stranger":`Клиент не подключён к боту и об этом не узнает`,"told.undone":`Статус отменён, клиент ничего не получит`,"told.late":`Уже поздно: сообщение отправлено.`,"toast.call":`Позвонить`,"toast.left":`({count} с)`,"task.notChanged":`№\xA0{id}: статус остался «{status}». {reason}`,"customers.pick":`Выберите клиента из списка`,"customer.nameless":`Без имени`,"customer.inTelegram":`Есть в Telegram`,"customer.unproven":`номер не подтверждён`,"customer.hasBlocked":`Заблокировал бота`,"more.pick":`Выберите раздел настроек`,"error.title":`Не получилось`,"error.chunk":`Этот раздел не загрузился: нет связи или вышло обновление. Откройте приложение заново.`,"error.offline":`Нет связи. Проверьте сеть и попробуйте ещё раз.`,"error.offline.banner":`Нет связи с сетью. То, что вы видите, могло устареть.`,"error.internal":`На сервере что-то пошло не так. Попробуйте через минуту.`,"error.unauthenticated":`Нужно войти ещё раз.`,"error.forbidden.password":`Ничего не изменилось: нужен ваш пароль.`,"error.forbidden":`На это у вас нет прав.`,"error.notFound":`Запись уже удалили.`,"error.conflict":`Кто-то успел это изменить. Посмотрите ещё раз и повторите.`,"error.conflict.sent":`Это уже отправлено. Подождите несколько секунд и посмотрите, сохранилось ли оно.`,"error.conflict.phone":`Клиент с таким телефоном уже есть.`,"error.conflict.telegramId":`Этот Telegram ID уже у другого клиента.`,"error.invalid":`Проверьте, что введено.`,"error.invalid.phone":`Это не похоже на телефон. Напишите его с кодом города или оператора, например {example}.`,"error.invalid.phone.tooLong":`Проверьте номер: в нём лишние цифры. Например, {example}.`,"error.invalid.phone.tooShort":`Проверьте номер: в нём не хватает цифр. Например, {example}.`,"error.invalid.phone.anonymous":`Номер +888 клиент отправляет боту сам, кнопкой с телефоном.`,"error.invalid.search":`Слишком длинный запрос: ищем не больше чем 200 знаков и 10 слов.`,"error.invalid.telegramId":`Telegram ID состоит только из цифр.`,"error.invalid.tooLong":`Текст слишком длинный.`,"error.invalid.tooLong.than":`Текст слишком длинный: можно не больше {count} знаков.`,"error.invalid.tooLong.by":`Слишком длинно: можно не больше {count} знаков, лишних {more}.`,"field.length":`{length} из {longest} знаков`,"error.rateLimited":`Слишком много попыток. Попробуйте через {wait}.`,"error.rateLimited.unknown":`Слишком много попыток. Подождите немного и попробуйте ещё раз.`,"error.seconds":{one:`{count} секунду`,few:`{count} секунды`,many:`{count} секунд`,other:`{count} секунды`},"error.minutes":{one:`{count} минуту`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},"form.gone":`Запись удалили, пока вы писали. Сохранить её уже нельзя: скопируйте, что нужно.`,"form.required":`Заполните это поле.`,"form.invalid_credentials":`Неверная почта или пароль.`,"form.password_mismatch":`Пароли не совпадают.`,"form.password_too_short":`Пароль слишком короткий: нужно хотя бы 8 знаков.`,"form.password_too_common":`Такой пароль легко угадать. Придумайте другой.`,"form.password_entirely_numeric":`Пароль не может состоять из одних цифр.`,"form.password_too_similar":`Пароль слишком похож на почту. Придумайте другой.`,"form.unique":`Учётная запись с такой почтой уже есть.`,"form.email":`Введите почту целиком, например name@example.com.`,"form.invite":`Ссылка-приглашение не действует: её уже использовали или она устарела. Попросите новую.`,"form.password":`Такой пароль не подходит. Придумайте другой, не короче 8 знаков.`,"unsaved.question":`Выйти без сохранения?`,"unsaved.text":`Изменения не сохранятся.`,"unsaved.leave":`Выйти`,"unsaved.stay":`Остаться`,"draft.restored":`Мы вернули ваш черновик.`,"draft.discard":`Начать заново`},en:{"nav.overview":`Overview`,"nav.inbox":`Inbox`,"nav.inbox.unfiled":`not filed`,"nav.tasks":`Tasks`,"nav.customers":`Customers`,"nav.more":`More`,"nav.label":`Sections`,"status.ACCEPTED":`Accepted`,"status.IN_PROGRESS":`In progress`,"status.READY":`Ready`,"status.CLOSED":`Closed`,"next.IN_PROGRESS":`Start`,"next.READY":`Ready`,"next.CLOSED":`Close`,"category.CONSULTING":`Consulting`,"category.DIAGNOSIS":`Diagnosis`,"category.REPAIR":`Repair`,"category.OTHER":`Other`,"action.back":`Back`,"action.cancel":`Cancel`,"action.save":`Save`,"action.edit":`Edit`,"action.delete":`Delete`,"action.undo":`Undo`,"action.retry":`Try again`,"action.close":`Close`,"action.reload":`Open again`,"action.toList":`To the list`,"action.call":`Call {phone}`,"action.chat":`Write in Telegram: {phone}`,"action.export":`Export to a file`,"action.scan":`Scan a label`,"list.more":`Show more`,loading:`Loading`,"filter.overdue":`Overdue`,"due.overdue":`Overdue`,"due.today":`Due today`,"due.tomorrow":`Due tomorrow`,"due.later":`Due later`,"due.none":`Without a date`,"promise.today":`today`,"promise.tomorrow":`tomorrow`,"promise.hour":`{day}, {hour}`,"promise.until":`Due {day}`,"promise.overdue":`Overdue: {day}`,"wait.minutes":`{count} min`,"wait.hours":`{count} h`,"wait.days":`{count} d`,"ready.minutes":`ready for {count} min`,"ready.hours":`ready for {count} h`,"ready.days":{one:`ready for {count} day`,other:`ready for {count} days`},"day.today":`Today`,"day.yesterday":`Yesterday`,"day.unknown":`No date`,date:`{month} {day}`,"date.year":`{month} {day}, {year}`,"month.1":`January`,"month.2":`February`,"month.3":`March`,"month.4":`April`,"month.5":`May`,"month.6":`June`,"month.7":`July`,"month.8":`August`,"month.9":`September`,"month.10":`October`,"month.11":`November`,"month.12":`December`,"tasks.title":`Tasks`,"tasks.open":{one:`{count} open`,other:`{count} open`},"tasks.count":{one:`{count} task`,other:`{count} tasks`},"list.arrived":{one:`Show {count} new`,other:`Show {count} new`},"tasks.new":`New task`,"tasks.empty.title":`No tasks yet`,"tasks.empty.text":`A new task can be made for any phone number.`,"tasks.nothing.title":`Nothing found`,"tasks.nothing.text":`No task fits these filters.`,"tasks.nothing.search":`No tasks for “{search}”. Try part of a number or of a word, three characters or more.`,"tasks.noOpen.title":`No open tasks`,"tasks.answered.title":`Everybody is answered`,"tasks.answered.text":`No customer is waiting for an answer.`,"task.waits":`waits {span}`,"tasks.amongClosed":`Among the closed`,"tasks.showAll":`Show all statuses`,"tasks.searchAll":`Search the closed ones too`,"tasks.pick":`Choose a task from the list`,"tasks.advance":`{action}: task #{id}`,"filter.search":`Number, phone, name or words`,"filter.statuses":`Statuses`,"filter.awaiting":`Awaiting reply`,"filter.open":`Open`,"filter.closed":`Closed`,"filter.any":`All`,"filter.clear":`Clear`,"filter.more":`Filters`,"filter.reset":`Reset filters`,"task.number":`#{id}`,"task.title":`Task #{id}`,"task.withoutCustomer":`Deleted customer`,"task.nobody":`Nobody responsible`,"task.close.question":`Close task #{id}?`,"task.close.text":`It is not ready yet: “{status}”.`,"task.changed":`#{id} → {status}`,"task.untold.blocked":`The customer has blocked the bot and is not told`,"task.untold.stranger":`The customer has no chat with the bot and is not told`,"told.undone":`Status undone, the customer is told nothing`,"told.late":`Too late: the message has been sent.`,"toast.call":`Call`,"toast.left":`({count} s)`,"task.notChanged":`#{id}: the status stays “{status}”. {reason}`,"customers.pick":`Choose a customer from the list`,"customer.nameless":`No name`,"customer.inTelegram":`In Telegram`,"customer.unproven":`number not confirmed`,"customer.hasBlocked":`Has blocked the bot`,"more.pick":`Choose a section of the settings`,"error.title":`It did not work`,"error.chunk":`This part did not load: there is no connection, or an update has come out. Open the app again.`,"error.offline":`No connection. Check the network and try again.`,"error.offline.banner":`No network connection. What you see may be out of date.`,"error.internal":`Something went wrong on the server. Try again in a minute.`,"error.unauthenticated":`You need to log in again.`,"error.forbidden.password":`Nothing was done: your password is needed.`,"error.forbidden":`You have no rights to do this.`,"error.notFound":`It has been deleted already.`,"error.conflict":`Somebody has changed this meanwhile. Look again and repeat.`,"error.conflict.sent":`This was sent already. Wait a few seconds and see whether it is saved.`,"error.conflict.phone":`A customer with this phone already exists.`,"error.conflict.telegramId":`Another customer has this Telegram ID.`,"error.invalid":`Check what is entered.`,"error.invalid.phone":`This does not look like a phone. Write it with the area code, for example {example}.`,"error.invalid.phone.tooLong":`Check the number: it has too many digits. For example, {example}.`,"error.invalid.phone.tooShort":`Check the number: it has too few digits. For example, {example}.`,"error.invalid.phone.anonymous":`A +888 number comes from its owner alone, who sends it to the bot with the phone button.`,"error.invalid.search":`The search is too long: at most 200 characters and 10 words.`,"error.invalid.telegramId":`A Telegram ID is digits only.`,"error.invalid.tooLong":`The text is too long.`,"error.invalid.tooLong.than":`The text is too long: at most {count} characters.`,"error.invalid.tooLong.by":`Too long: at most {count} characters, {more} too many.`,"field.length":`{length} of {longest} characters`,"error.rateLimited":`Too many attempts. Try again in {wait}.`,"error.rateLimited.unknown":`Too many attempts. Wait a little and try again.`,"error.seconds":{one:`{count} second`,other:`{count} seconds`},"error.minutes":{one:`{count} minute`,other:`{count} minutes`},"form.gone":`This was deleted while you were writing and cannot be saved any more: copy what you need.`,"form.required":`Fill this in.`,"form.invalid_credentials":`Wrong email or password.`,"form.password_mismatch":`The passwords differ.`,"form.password_too_short":`The password is too short: at least 8 characters.`,"form.password_too_common":`This password is too easy to guess. Choose another.`,"form.password_entirely_numeric":`The password cannot be digits only.`,"form.password_too_similar":`This password resembles the email too much. Choose another.`,"form.unique":`An account with this email already exists.`,"form.email":`Enter a whole email, for example name@example.com.`,"form.invite":`This invite link does not work: it was used or has expired. Ask for a new one.`,"form.password":`This password does not fit. Choose another, at least 8 characters.`,"unsaved.question":`Leave without saving?`,"unsaved.text":`Your changes will not be saved.`,"unsaved.leave":`Leave`,"unsaved.stay":`Stay`,"draft.restored":`We have brought back your draft.`,"draft.discard":`Start over`}},Wi=C(`ru`);function Gi(e){return(t,n={})=>Ki(Wi.value,e[Wi.value][t],n)}var X=Gi(Ui);function Ki(e,t,n={}){return(typeof t==`string`?t:t[ne(e).select(Number(n.count))]??t.other).replace(/\{(\w+)\}/g,(t,r)=>{let i=n[r];return i===void 0?t:typeof i==`number`?re(e,i):i})}function qi(e,t,n){return[i(`language`)??``,e??``,...t,n].map(Yi).find(e=>e!==null)??`ru`}function Ji(e){Wi.value=e,f(`language`,e)}t(()=>{document.documentElement.lang=Wi.value});function Yi(e){let t=e.toLowerCase().split(`-`)[0];return t===`ru`||t===`en`?t:null}var Xi=class extends Error{code;field;retryAfter;reason;constructor(e,t=``,n=``,r=0,i=``){super(t),this.code=e,this.field=n,this.retryAfter=r,this.reason=i}};function Zi(e){if(e==null)throw new Xi(`INTERNAL`,`an answer without data`);return e}function Qi(e){let[t]=e.graphQLErrors;if(t){let{code:e,field:n,retryAfter:r,reason:i}=t.extensions;return new Xi(e??`INTERNAL`,t.message,n,r,i)}let n=e.response?.status??0;return n===401?new Xi(`UNAUTHENTICATED`):n===429?new Xi(`RATE_LIMITED`):new Xi(n===0?`OFFLINE`:`INTERNAL`,e.message)}function $i(e){switch(e.code){case`OFFLINE`:return X(`error.offline`);case`UNAUTHENTICATED`:return X(`error.unauthenticated`);case`FORBIDDEN`:return X(e.field===`currentPassword`?`error.forbidden.password`:`error.forbidden`);case`NOT_FOUND`:return X(`error.notFound`);case`RATE_LIMITED`:return e.retryAfter>0?X(`error.rateLimited`,{wait:ra(e.retryAfter)}):X(`error.rateLimited.unknown`);case`CONFLICT`:return aa(e.field)?X(`error.conflict.phone`):e.field===`telegramId`?X(`error.conflict.telegramId`):e.field===`Idempotency-Key`?X(`error.conflict.sent`):X(`error.conflict`);case`INVALID`:return aa(e.field)?ia(e.reason):e.field===`search`?X(`error.invalid.search`):e.field===`telegramId`?X(`error.invalid.telegramId`):e.message.includes(`too long`)?ea(e.message):X(`error.invalid`);default:return X(`error.internal`)}}function ea(e){let t=/at most (\d+) characters/.exec(e)?.[1];return t?X(`error.invalid.tooLong.than`,{count:Number(t)}):X(`error.invalid.tooLong`)}function ta(e){let t={};for(let[n,[r]]of Object.entries(e??{}))r&&(t[n]=na(n,r));return t}function na(e,t){let n=`form.${t.code}`;if(n in Ui.en)return X(n);let r=`form.${e.replace(/\d$/,``)}`;return r in Ui.en?X(r):X(`error.invalid`)}function ra(e){return e<90?X(`error.seconds`,{count:Math.ceil(e)}):X(`error.minutes`,{count:Math.ceil(e/60)})}function ia(e){let t=`+7\xA0917\xA0000-99-00`;switch(e){case`too_long`:return X(`error.invalid.phone.tooLong`,{example:t});case`too_short`:return X(`error.invalid.phone.tooShort`,{example:t});case`anonymous`:return X(`error.invalid.phone.anonymous`);default:return X(`error.invalid.phone`,{example:t})}}function aa(e){return e===`phone`||e===`customerPhone`||e===`newPhone`}var oa=C(null),sa=null;function ca(e){return e.code===`FORBIDDEN`&&e.field===`currentPassword`}function la(){return sa??=new Promise(e=>oa.value=e).finally(()=>{sa=oa.value=null}),sa}function ua(){return new Promise(e=>setTimeout(e))}async function da(){navigator.onLine||await new Promise(e=>addEventListener(`online`,e,{once:!0}))}function fa(){return new Promise(e=>{`requestIdleCallback`in globalThis?requestIdleCallback(()=>e(),{timeout:1e3}):setTimeout(e,200)})}var pa=5e3,ma=6e4,ha=[`online`,`pageshow`,`visibilitychange`];function ga(e){return new Promise(t=>{let n=document.hidden?ma:Math.min(pa,500*2**e),r=setTimeout(a,n*(.5+Math.random()/2));ha.forEach(e=>addEventListener(e,i));function i(){document.hidden||a()}function a(){clearTimeout(r),ha.forEach(e=>removeEventListener(e,i)),t()}})}var _a=5e4,va=4403,ya=null,ba=()=>Promise.resolve();function xa(e){ba=e}function Sa(){return ya??=D(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=!1,n=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:async()=>(t&&await ba(),{Authorization:`Bearer ${O.value?.token}`}),retryAttempts:1/0,retryWait:ga,shouldRetry:()=>O.value!==null});return n.on(`connected`,e=>{ua().then(()=>e.send(JSON.stringify({type:`ping`})))}),n.on(`closed`,e=>t=e.code===va),n.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),Ca(n),n}),ya}function Ca(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),_a)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function wa(e){return{subscribe(t){let n=!1,r=()=>{};return Sa().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}var Ta=C(Da());function Ea(){Ta.value=Da()}function Da(e=o){return new ci({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Bi,ui(async e=>({addAuthToOperation:t=>O.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${O.value.token}`}),didAuthError:e=>O.value!==null&&Qi(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Pa(()=>Oa(e))})),ai,ii({forwardSubscription:wa})]})}async function Oa({mutate:e}){let t=O.value,r=u();if(t===null)return;if(r!==null&&r.token!==t.token){O.value=r;return}let{data:i,error:a}=await e(yi,{refreshToken:t.refreshToken},n()),o=i?.refreshToken&&_(i.refreshToken);if(o)return se(o);if(a&&Qi(a).code!==`UNAUTHENTICATED`)return;let s=await ka({mutate:e});s&&m(s)===m(t)?se(s):b(`refused`)}async function ka({mutate:e}){if(ki.initData===``)return null;let{data:t}=await e(mi,{initData:ki.initData},n());return t?.loginTelegram?_(t.loginTelegram):null}async function Aa(e,t,n){try{return await ja(e,t,n)}catch(r){if(!(r instanceof Xi)||!ca(r)||!await la())throw r;return ja(e,t,n)}}async function ja(e,t,n){let{data:r,error:i}=await Ta.value.mutation(e,t,n).toPromise();if(i)throw Qi(i);return Zi(r)}function Ma(){return`${Date.now()}.${Math.random()}`}function Na(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function Pa(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var Fa=S(`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
    mutedAt
    erasureTime
    phoneClaims {
      __typename
      id
      name
      phone
      byCode
      createdTime
    }
    taskConnection(first: 1) {
      totalCount
    }
  }
`,[c]),Ia=S(`
  query Customers($filter: CustomerFilter, $first: Int, $after: String) {
    customers(first: $first, after: $after, filter: $filter) {
      nodes {
        ...CustomerFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`,[c]),La=S(`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`),Ra=S(`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
`,[Fa]),za=S(`
  query CustomerTasks($id: ID!, $first: Int, $after: String) {
    customerById(id: $id) {
      __typename
      id
      taskConnection(first: $first, after: $after) {
        nodes {
          __typename
          id
          createdAt
          category
          status
          description
          awaitingReplySince
          promisedTime
          overdueTime
          readySince
          item {
            ...ItemFields
          }
          customer {
            ...CustomerFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`,[te,c]),Ba=S(`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[Fa]),Va=S(`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[Fa]),Ha=S(`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`),Ua=S(`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
`,[Fa]),Wa=S(`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
`,[Fa]),Ga=S(`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
`,[qt]),Ka=S(`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
`,[Fa]),qa=S(`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        ...NotificationFields
      }
    }
  }
`,[Kt]),Ja=S(`
  subscription MessageChanged {
    messageChanged {
      kind
      id
      message {
        ...MessageFields
      }
    }
  }
`,[ln]),Ya=ue({followChanges:()=>so}),Xa=new Set,Za=new Set,Qa=new Set,$a=new Set;function eo(e){oo(Xa,e)}function to(e){oo(Za,e)}function no(e){oo(Qa,e)}function ro(e){oo($a,e)}function io(e){Qa.add(e)}function ao(e){Qa.forEach(t=>t(e))}function oo(e,t){let n=ht(t);n.current=t,I(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function so(){xa(async()=>void await Ta.value.query(fi,{},{requestPolicy:`network-only`}).toPromise()),t(()=>{if(O.value===null)return;let e=Ta.value,t=e.subscription(Ga,{}).subscribe(({data:e})=>{e?.taskChanged&&Xa.forEach(t=>t(e.taskChanged))}),n=e.subscription(Ka,{}).subscribe(({data:e})=>{e?.customerChanged&&Za.forEach(t=>t(e.customerChanged))}),r=e.subscription(Ja,{}).subscribe(({data:e})=>{e?.messageChanged&&ao(e.messageChanged)}),i=e.subscription(qa,{}).subscribe(({data:e})=>{e?.notificationChanged&&$a.forEach(t=>t(e.notificationChanged))});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe(),i.unsubscribe()}})}var co=C(0),lo=1e3;function uo(){let e;async function n(){if(e=void 0,O.peek()===null)return;let{data:t}=await Ta.peek().query(mn,{},{requestPolicy:`network-only`}).toPromise();t?.inbox&&(co.value=t.inbox.totalCount)}let r=()=>e??=setTimeout(()=>void n(),lo);io(r),addEventListener(`online`,r),document.addEventListener(`visibilitychange`,r),t(()=>{O.value===null?co.value=0:n()})}var fo=Symbol.for(`pv`),po=0;Array.isArray;function Z(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:fo,__v:--po,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),k.vnode&&k.vnode(l),l}var mo={overview:`M4.5 20v-6M10 20V9.5M15.5 20v-8M21 20V4.5M3 20h19`,tasks:`M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01`,customers:`M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-3.6 2.9-5.6 6.5-5.6s6.1 2 6.5 5.6M16 4.9a3.5 3.5 0 0 1 0 6.3M18 14.9c2 .8 3.2 2.5 3.5 5.1`,person:`M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c.5-3.8 3.3-5.8 7.5-5.8s7 2 7.5 5.8`,more:`M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0`,back:`M14.5 5 8 12l6.5 7`,next:`m9.5 6 6 6-6 6`,download:`M12 4v11M7 10.5l5 5 5-5M4.5 20h15`,key:`M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M11.5 11.5 20 3M15.5 7.5l3 3`,link:`M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3`,plus:`M12 5v14M5 12h14`,search:`M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20`,scan:`M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M3 12h18`,filter:`M4 7h16M7 12h10M10 17h4`,close:`M7 7l10 10M17 7 7 17`,phone:`M7.2 4H5a1.5 1.5 0 0 0-1.5 1.6C4.2 13.5 10.5 19.8 18.4 20.5A1.5 1.5 0 0 0 20 19v-2.2a1 1 0 0 0-.7-1l-3-1a1 1 0 0 0-1 .3l-1.1 1.3a12 12 0 0 1-6-6l1.3-1.1a1 1 0 0 0 .3-1l-1-3a1 1 0 0 0-1-.7z`,check:`m5 12.5 4.5 4.5L19 7.5`,telegram:`M20.5 4.5 3.5 11l5 2 2 6 3-4 4.5 3.5zM8.5 13l7-5`,warning:`M12 8v5M12 16.5h.01M12 3.5 21.5 20h-19z`,empty:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20`,inbox:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20M12 3v6M9.5 6.8 12 9.3l2.5-2.5`,clip:`m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3`,picture:`M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.5h.01`,paper:`M6 3.5h8l4 4v13H6zM14 3.5v4h4`,clock:`M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2`,down:`m6 9.5 6 6 6-6`,edit:`M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14.5 6.5l3 3`,retry:`M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5V8H15`,lock:`M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3`,CONSULTING:`M4 5h16v11h-9l-4.5 3.5V16H4zM8.5 9h7M8.5 12h4.5`,DIAGNOSIS:`M3 12.5h4l2.5-7 4.5 13 2.5-6H21`,REPAIR:`M14.5 6.5a4.5 4.5 0 0 1 5.8-2.2l-2.8 2.8 1.4 1.4 2.8-2.8a4.5 4.5 0 0 1-6 5.6L8.5 18.5a2 2 0 0 1-3-3l7.3-7.2c-.1-.7 0-1.4.3-2`,OTHER:`M5 5h5.5v5.5H5zM13.5 5H19v5.5h-5.5zM5 13.5h5.5V19H5zM13.5 13.5H19V19h-5.5z`};function ho({name:e}){return Z(`svg`,{class:`icon`,viewBox:`0 0 24 24`,"aria-hidden":`true`,children:Z(`path`,{d:mo[e]})})}function go({icon:e,title:t,text:n,children:r}){return Z(`div`,{class:`notice`,children:[Z(`span`,{class:`notice-icon`,children:Z(ho,{name:e})}),Z(`h2`,{children:t}),n&&Z(`p`,{children:n}),r]})}function _o({problem:e,retry:t}){return e.code===`NOT_FOUND`?Z(vo,{text:$i(e)}):Z(`div`,{role:`alert`,children:Z(go,{icon:`warning`,title:X(`error.title`),text:$i(e),children:Z(`button`,{type:`button`,class:`plain-button`,onClick:t,children:X(`action.retry`)})})})}function vo({text:e}){return Z(`div`,{role:`alert`,children:Z(go,{icon:`search`,title:X(`tasks.nothing.title`),text:e,children:Z(bo,{})})})}function yo(){return Z(`div`,{class:`narrowed`,role:`alert`,children:[Z(`p`,{children:X(`form.gone`)}),Z(bo,{})]})}function bo(){return Z(`a`,{class:`plain-button`,href:T(g(p.value)),children:X(`action.toList`)})}function xo({problem:e,retry:t}){return Z(`div`,{class:`outdated-place`,role:`status`,children:Z(`div`,{class:`outdated`,children:[Z(`p`,{children:$i(e)}),Z(`button`,{type:`button`,onClick:t,children:X(`action.retry`)})]})})}function So({rows:e}){return Z(`div`,{class:`card`,role:`status`,"aria-label":X(`loading`),children:Z(`div`,{class:`breathing`,children:Array.from({length:e},(e,t)=>Z(`div`,{class:`skeleton-row`,children:[Z(`span`,{class:`skeleton skeleton-tile`}),Z(`span`,{class:`skeleton-lines`,children:[Z(`span`,{class:`skeleton`}),Z(`span`,{class:`skeleton skeleton-short`})]})]},t))})})}function Q(e,t=4){let n=null,r=null;function i(){return r??=e().then(e=>void(n=e),e=>{throw r=null,e}),r}function a(e){let[r,a]=ft(n?`loaded`:`loading`);return I(()=>{if(r===`loaded`)return;let e=!0;return i().then(ua).then(()=>e&&a(`loaded`),()=>e&&a(`failed`)),()=>{e=!1}},[]),n?Z(n,{...e}):r===`loading`?t>0?Z(So,{rows:t}):null:Z(`div`,{role:`alert`,children:Z(go,{icon:`warning`,title:X(`error.title`),text:X(`error.chunk`),children:Z(`button`,{type:`button`,class:`plain-button`,onClick:()=>location.reload(),children:X(`action.reload`)})})})}return Object.assign(a,{load:i})}var Co=C([]),wo=6e3,To=0;function Eo(e,{shownFor:t=wo,...n}={}){let r=++To;Co.value=[{kind:`done`,...n,id:r,text:e}],setTimeout(Do,Math.max(t,n.until?Date.parse(n.until)-a():0),r)}function Do(e){Co.value=Co.value.filter(t=>t.id!==e)}addEventListener(`online`,()=>Co.value=Co.value.filter(({kind:e})=>e!==`failed`));function Oo(e){let t=()=>e?Math.max(0,Math.ceil((Date.parse(e)-a())/1e3)):0,[n,r]=ft(t());return I(()=>{if(r(t()),t()===0)return;let e=setInterval(()=>r(t()),250);return()=>clearInterval(e)},[e]),n}function ko(){return Z(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`,children:Co.value.map(e=>Z(Ao,{toast:e},e.id))})}function Ao({toast:{id:e,text:t,kind:n,action:r,until:i,phone:a}}){let o=Oo(i);return Z(`div`,{class:`toast`,"data-kind":n,children:[Z(ho,{name:n===`done`?`check`:`warning`}),Z(`span`,{class:`toast-text`,children:t}),a&&Z(`a`,{class:`toast-action`,href:ie(a,x.value.region),onClick:()=>Do(e),children:X(`toast.call`)}),r&&(!i||o>0)&&Z(`button`,{type:`button`,onClick:()=>{Do(e),r.run()},children:[r.text,i&&Z(`span`,{"aria-hidden":`true`,children:[` `,X(`toast.left`,{count:o})]})]}),Z(`button`,{type:`button`,class:`toast-close`,"aria-label":X(`action.close`),onClick:()=>Do(e),children:Z(ho,{name:`close`})})]})}var $=()=>D(()=>import(`./core-chunk-5G4TVoVl.js`),__vite__mapDeps([0,1,2,3,4,5,6,7])),jo=()=>D(()=>import(`./team-u8N3zitm.js`),__vite__mapDeps([8,1,2,3,4,5])),Mo=()=>D(()=>import(`./settings-CgS3ZYJP.js`),__vite__mapDeps([9,1,2,4,3,5,10])),No=Q(async()=>(await D(async()=>{let{TasksScreen:e}=await import(`./tasks-DojXlKKT.js`);return{TasksScreen:e}},__vite__mapDeps([11,1,2]))).TasksScreen,6),Po=Q(async()=>(await $()).TaskScreen),Fo=Q(async()=>(await $()).TaskEditScreen),Io=Q(async()=>(await $()).IntakeScreen),Lo=Q(async()=>(await $()).PriceScreen),Ro=Q(async()=>(await $()).EstimateScreen),zo=Q(async()=>(await $()).TakenScreen),Bo=Q(async()=>(await $()).CustomersScreen,8),Vo=Q(async()=>(await $()).CustomerScreen),Ho=Q(async()=>(await $()).MoreScreen),Uo=Q(async()=>(await $()).InboxScreen),Wo=Q(async()=>(await D(async()=>{let{OverviewScreen:e}=await import(`./overview-BJVXrErp.js`);return{OverviewScreen:e}},__vite__mapDeps([12,1,2,4,3,5,13]))).OverviewScreen),Go=Q(async()=>(await $()).CustomerChatScreen),Ko=Q(async()=>(await D(async()=>{let{TaskPaperScreen:e}=await import(`./paper-DCGmXQ90.js`);return{TaskPaperScreen:e}},__vite__mapDeps([14,1,2,15,4,3,5,6,16]))).TaskPaperScreen),qo=Q(async()=>(await D(async()=>{let{PosterScreen:e}=await import(`./paper-DCGmXQ90.js`);return{PosterScreen:e}},__vite__mapDeps([14,1,2,15,4,3,5,6,16]))).PosterScreen),Jo=Q(async()=>(await D(async()=>{let{CustomerNewScreen:e}=await import(`./customer-form-DQ9Gok2g.js`);return{CustomerNewScreen:e}},__vite__mapDeps([17,1,2,4,3,5]))).CustomerNewScreen),Yo=Q(async()=>(await D(async()=>{let{CustomerEditScreen:e}=await import(`./customer-form-DQ9Gok2g.js`);return{CustomerEditScreen:e}},__vite__mapDeps([17,1,2,4,3,5]))).CustomerEditScreen),Xo=Q(async()=>(await D(async()=>{let{CustomerDataScreen:e}=await import(`./customer-data-D2hzMgSK.js`);return{CustomerDataScreen:e}},__vite__mapDeps([18,1,2,3]))).CustomerDataScreen),Zo=Q(async()=>(await D(async()=>{let{CustomerMergeScreen:e}=await import(`./customer-merge-i6d5SuL3.js`);return{CustomerMergeScreen:e}},__vite__mapDeps([19,1,2,4,3,5]))).CustomerMergeScreen),Qo=Q(async()=>(await D(async()=>{let{AccountScreen:e}=await import(`./account-Dy7KSnMD.js`);return{AccountScreen:e}},__vite__mapDeps([20,2,1,4,3,5]))).AccountScreen),$o=Q(async()=>(await jo()).TeamScreen),es=Q(async()=>(await jo()).TokensScreen),ts=Q(async()=>(await jo()).TokenNewScreen),ns=Q(async()=>(await jo()).WebhooksScreen),rs=Q(async()=>(await jo()).WebhookNewScreen),is=Q(async()=>(await jo()).WebhookScreen),as=Q(async()=>(await jo()).DeadLettersScreen),os=Q(async()=>(await D(async()=>{let{MovingScreen:e}=await import(`./moving-DbTEWdfp.js`);return{MovingScreen:e}},__vite__mapDeps([21,1,2,4,3,5,22]))).MovingScreen),ss=Q(async()=>(await Mo()).SettingsScreen),cs=Q(async()=>(await Mo()).StatusTextScreen),ls=Q(async()=>(await Mo()).StagesScreen),us=Q(async()=>(await Mo()).StageScreen),ds=Q(async()=>(await Mo()).CategoriesScreen),fs=Q(async()=>(await Mo()).CategoryScreen),ps=Q(async()=>{let{logInAutomatically:e,LoginScreen:t}=await D(async()=>{let{logInAutomatically:e,LoginScreen:t}=await import(`./login-CxWmAH3C.js`);return{logInAutomatically:e,LoginScreen:t}},__vite__mapDeps([23,2,1,4,3,5,24]));return e(),t},6);async function ms(){let e=[No,Po,Fo,Lo,Io,zo,Bo,Vo,Ho,Wo];for(let t of e)await fa(),await da(),await t.load().catch(()=>void 0)}function hs(e){return`filter`in e?No:`search`in e?Bo:e.screen===`inbox`?Uo:e.screen===`overview`?Wo:Ho}function gs(e){switch(e.screen){case`task`:return Z(Po,{at:e},`task ${e.id}`);case`task-edit`:return Z(Fo,{at:e},`edit ${e.id}`);case`task-price`:return Z(Lo,{at:e},`price ${e.id}`);case`task-estimate`:return Z(Ro,{at:e},`estimate ${e.id}`);case`task-new`:return Z(Io,{at:e},`new ${e.phone}`);case`task-taken`:return Z(zo,{at:e},`taken ${e.id}`);case`task-paper`:return Z(Ko,{at:e},`paper ${e.id}`);case`poster`:return Z(qo,{},`poster`);case`customer`:return Z(Vo,{at:e},`customer ${e.id}`);case`customer-chat`:return Z(Go,{at:e},`chat ${e.id}`);case`customer-edit`:return Z(Yo,{at:e},`edit customer ${e.id}`);case`customer-new`:return Z(Jo,{at:e},`new customer`);case`customer-data`:return Z(Xo,{at:e},`data ${e.id}`);case`customer-merge`:return Z(Zo,{at:e},`merge ${e.id}`);case`account`:return Z(Qo,{},`account`);case`team`:return Z($o,{},`team`);case`tokens`:return Z(es,{},`tokens`);case`token-new`:return Z(ts,{},`new token`);case`webhooks`:return Z(ns,{},`webhooks`);case`webhook-new`:return Z(rs,{},`new webhook`);case`webhook`:return Z(is,{at:e},`webhook ${e.id}`);case`letters`:return Z(as,{},`letters`);case`moving`:return Z(os,{},`moving`);case`settings`:return Z(ss,{},`settings`);case`settings-text`:return Z(cs,{at:e},`text ${e.status}`);case`settings-stages`:return Z(ls,{},`stages`);case`settings-stage`:return Z(us,{at:e},`stage ${e.id}`);case`settings-categories`:return Z(ds,{},`categories`);case`settings-category`:return Z(fs,{at:e},`category ${e.id}`);default:return null}}var _s=Qe(!0),vs=Q(async()=>(await D(async()=>{let{PasswordDialog:e}=await import(`./password-dialog-i_pYA0W0.js`);return{PasswordDialog:e}},__vite__mapDeps([25,2,4,1,3,5]))).PasswordDialog,0);function ys(){let e=O.value!==null;return Gt(()=>{document.documentElement.dataset.theme=Oi.value.scheme.value}),Z(j,{children:[Z(Ms,{}),(e||ce.value)&&Z(_s.Provider,{value:e,children:Z(`div`,{hidden:!e,children:Z(xs,{})})}),!e&&Z(ps,{}),e&&oa.value&&Z(vs,{onClose:oa.value}),Z(ko,{})]})}function bs({screen:e}){return e===`overview`||e===`inbox`?e:e.startsWith(`task`)?`tasks`:e.startsWith(`customer`)?`customers`:`more`}function xs(){let e=p.value,t=bs(e),n=gs(e);Ds();let r=Oi.value;return I(()=>r.onSettings(()=>E({screen:`more`})),[r]),Z(`div`,{class:`screens`,"data-section":t,"data-card":n!==null,children:[Z(Cs,{current:t,at:e}),Z(`main`,{class:`panes`,children:[Z(`div`,{class:`pane pane-list`,children:[t===`overview`&&`days`in e&&Z(Wo,{days:e.days}),t===`inbox`&&Z(Uo,{}),t===`more`&&Z(Ho,{}),`filter`in e&&Z(No,{filter:e.filter,alone:!n}),`search`in e&&Z(Bo,{search:e.search,contact:e.contact,alone:!n})]},t),t!==`overview`&&t!==`inbox`&&Z(`div`,{class:`pane pane-card`,children:n??Z(`p`,{class:`pane-empty`,children:[Z(ho,{name:t}),X(`${t}.pick`)]})})]})]})}var Ss=[{section:`overview`,icon:`overview`,title:`nav.overview`,home:()=>({screen:`overview`,days:y[0]})},{section:`inbox`,icon:`inbox`,title:`nav.inbox`,home:()=>({screen:`inbox`})},{section:`tasks`,icon:`tasks`,title:`nav.tasks`,home:ee},{section:`customers`,icon:`customers`,title:`nav.customers`,home:()=>h},{section:`more`,icon:`more`,title:`nav.more`,home:()=>({screen:`more`})}];function Cs({current:e,at:t}){let n=ht(new Map);return n.current.set(e,ws(t)),I(()=>{document.title=`${X(`nav.${e}`)} · ${x.value.business}`}),Z(`nav`,{class:`tabs`,"aria-label":X(`nav.label`),children:[Z(`span`,{class:`tabs-business wide-only`,children:x.value.business}),Ss.map(({section:r,icon:i,title:a,home:o})=>Z(`a`,{href:T(r===e?g(t):n.current.get(r)??o()),"aria-current":r===e?`page`:void 0,onClick:n=>{r===e&&g(t)===t&&(n.preventDefault(),Es().scrollTo({top:0}))},children:[Z(`span`,{class:`tab-icon`,children:[Z(ho,{name:i}),r===`inbox`&&co.value>0&&Z(`span`,{class:`badge`,children:[re(Wi.value,co.value),Z(`span`,{class:`visually-hidden`,children:X(`nav.inbox.unfiled`)})]})]}),Z(`span`,{class:`tab-title`,children:X(a)})]},r))]})}function ws(e){return e.screen===`task`||e.screen===`customer`?e:g(e)}function Ts(){return matchMedia(`(min-width: 900px)`).matches}function Es(){return Ts()&&document.querySelector(`.pane-list`)||document.documentElement}function Ds(){let e=ht(new Map),t=ht(null),n=p.value,r=js(n),i=As(n);I(()=>(history.scrollRestoration=`manual`,v(()=>{e.current.set(As(p.value),Os(Es())),t.current=p.value})),[]),mt(()=>{let e=t.current;e&&`id`in e&&!(`id`in n)&&document.getElementById(`${bs(e).slice(0,-1)}-${e.id}`)?.focus({preventScroll:!0})},[r]),mt(()=>{if(t.current)return ks(Es(),e.current.get(i)??{top:0,offset:0})},[i])}function Os(e){let t=[...document.querySelectorAll(`.pane-list li`)].find(e=>e.getBoundingClientRect().bottom>0);return{top:e.scrollTop,row:t?.querySelector(`a[id]`)?.id,offset:t?.getBoundingClientRect().top??0}}function ks(e,{top:t,row:n,offset:r}){let i=new AbortController,a=60,o=()=>{if(i.signal.aborted)return;let s=n&&document.getElementById(n)?.closest(`li`),c=s?s.getBoundingClientRect().top-r:t-e.scrollTop;e.scrollTop+=c,Math.abs(c)>1&&a-->0&&requestAnimationFrame(o)};for(let e of[`wheel`,`pointerdown`,`keydown`])addEventListener(e,()=>i.abort(),{signal:i.signal});return o(),()=>i.abort()}function As(e){return Ts()?bs(e):js(e)}function js(e){return`id`in e?`${e.screen} ${e.id}`:e.screen}function Ms(){let e=Rt(!navigator.onLine);return I(()=>{let t=()=>e.value=!navigator.onLine;return addEventListener(`online`,t),addEventListener(`offline`,t),()=>{removeEventListener(`online`,t),removeEventListener(`offline`,t)}},[]),Z(`div`,{class:`offline`,role:`status`,children:e.value&&X(`error.offline.banner`)})}Ns();async function Ns(){await ua();let e=hs(p.value).load();Ai(ae),Wi.value=qi(ki.language,navigator.languages,x.value.language),await ua();let t=document.getElementById(`app`);t.replaceChildren(),Ze(Z(ys,{}),t),await e,await ua();let{followChanges:n}=await D(async()=>{let{followChanges:e}=await Promise.resolve().then(()=>Ya);return{followChanges:e}},void 0);n(),await fa(),s(),uo(),await ms();let{offerHomeScreen:r,sendWhatWaits:i}=await D(async()=>{let{offerHomeScreen:e,sendWhatWaits:t}=await import(`./core-chunk-5G4TVoVl.js`);return{offerHomeScreen:e,sendWhatWaits:t}},__vite__mapDeps([0,1,2,3,4,5,6,7]));i(),r()}export{vi as $,Aa as A,mt as At,Wi as B,Ia as C,on as Ct,Va as D,Kt as Dt,Ua as E,en as Et,Zi as F,vt as Ft,ki as G,X as H,$i as I,gt as It,pi as J,gi as K,Qi as L,j as Lt,Na as M,ht as Mt,Xi as N,_t as Nt,Ta as O,Rt as Ot,ta as P,ft as Pt,_i as Q,Ui as R,ue as Rt,za as S,Yt as St,Ha as T,nn as Tt,Gi as U,Ji as V,Oi as W,bi as X,mi as Y,fi as Z,ro as _,an as _t,Q as a,Cn as at,La as b,Xt as bt,yo as c,xn as ct,So as d,Sn as dt,di as et,ho as f,dn as ft,no as g,sn as gt,to as h,$t as ht,Co as i,gn as it,Ma as j,yt as jt,Ea as k,I as kt,go as l,wn as lt,ao as m,tn as mt,Oo as n,fn as nt,_o as o,pn as ot,Z as p,hn as pt,hi as q,Eo as r,bn as rt,vo as s,_n as st,_s as t,yn as tt,xo as u,vn as ut,eo as v,rn as vt,Wa as w,Jt as wt,Ra as x,Qt as xt,Ba as y,Zt as yt,Ki as z};