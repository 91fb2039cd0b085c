//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/core-chunk-NF_tWPxC.js","assets/shared-DnIUXHra.js","assets/texts-BhBk2X1t.js","assets/common-CRipV2yb.js","assets/common-DV6HzUhi.css","assets/connect-code-BVfHMnGV.js","assets/core-chunk-DXbUoSVB.css","assets/team-_QSfbmOx.js","assets/settings-CUR_2v0m.js","assets/settings-Rl8NLx7N.css","assets/tasks-DDy5q1QO.js","assets/overview-DqBsnWYi.js","assets/overview-DymLDZ0_.css","assets/paper-BI-EqqwN.js","assets/qr-C1TsFMuT.js","assets/paper-eTjWVUNU.css","assets/customer-form-CcPd33_g.js","assets/customer-data-DfHSoMFK.js","assets/customer-merge-gCYSA9Hc.js","assets/account-BmRj6Rf9.js","assets/moving-BltsBuS3.js","assets/moving-WSNigUIe.css","assets/login-DNMY2usI.js","assets/login-C3_VTG8d.css","assets/password-dialog-rnlbqsbG.js"])))=>i.map(i=>d[i]);
var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n,r,i,a,o,s,c,l,u,d,f,p,m=Symbol.for(`pv`),h={},g=[],_=/^m(i|n|o|s|text|space)$/,ee=Array.isArray,v=g.slice,y=Object.assign;function te(e){e&&e.parentNode&&e.remove()}function ne(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?v.call(arguments,2):n),b(e,o,r,i,null)}function b(e,t,i,a,o){var s={type:e,props:t,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:m,__v:o||++r,__i:-1,__u:0};return!o&&n.vnode&&n.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function re(e,t){if(t==null)return e.__&&re(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:re(e)}function C(e){var t,r=e.__v,i=r.__e,a=[],o=[],s=e.__P;s&&((t=y({constructor:m},r)).__v=r.__v+1,n.vnode&&n.vnode(t),E(s,t,r,e.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||re(r),32&r.__u,o),t.__v=r.__v,t.__.__k[t.__i]=t,me(a,t,o),r.__=r.__e=null,t.__e!=i&&ie(t))}function ie(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ie(e)}function w(e){(8&e.__g||(e.__g|=8,a.push(e),s++))&&o==n.debounceRendering||((o=n.debounceRendering)||queueMicrotask)(ae)}function ae(){try{for(var e,t=1;a.length;)a.length>t&&a.sort(c),e=a.shift(),t=a.length,8&e.__g&&C(e)}finally{(s=a.length)&&(o||queueMicrotask)(ae)}}function oe(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,_,ee,v=r.__k||g,y=t.length;for(c=se(n,t,v,c,y),d=0;d<y;d++)(p=n.__k[d])!=null&&(f=~p.__i&&v[p.__i]||h,p.__i=d,ee=E(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&ge(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),_||=m,4&p.__u?(c=ce(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&ee!==void 0?c=ee:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=_,c}function se(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,h=n.length,g=h,_=0,v=0,y=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=y[a]=b(null,o):ee(o)?o=y[a]=b(x,{children:o}):o.constructor===m&&o.__b?o=y[a]=b(o.type,o.props,o.key,o.ref,o.__v):y[a]=o,c=a+_,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=le(o,n,c,g))&&(g--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?_--:l==c+1?_++:l!=c&&(l>c?_--:_++,v=1)):(~l||(i>h?_--:i<h&&_++),typeof o.type!=`function`&&(o.__u|=4))):y[a]=null;if(v){for(u=[],d=[],a=0;a<i;a++)if((o=y[a])&&16&o.__u){for(_=0,f=u.length;_<f;)u[p=_+f>>1]<o.__i?_=p+1:f=p;u[_]=o.__i,d[a]=_+1}for(_=u.length;a--;)d[a]&&(d[a]==_?_--:y[a].__u|=4)}if(g)for(a=0;a<h;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=re(s)),_e(s,s));return r}function ce(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=ce(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=re(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function le(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ue(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function T(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ue(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ue(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=f[t]||(f[t]=de(t)),(e.__a||={})[t]=d,a=t!=(t=t.replace(u,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function de(e){return function(t){var r=this.__e;if(r){if(r=r[e],t[l]==null)t[l]=d++;else if(t[l]<this.__a[e])return;return r(n.event?n.event(t):t)}}}function E(e,t,r,i,a,o,s,c,l,u){var d,f,p,h,_,v,ne,b,C,ie,w,ae,se,ce,le,ue,T,de,E=t.type;if(t.constructor!==m)return null;128&r.__u&&(l=32&r.__u,d=r.__c.__z)&&(t.__u|=l,f=o=[],d.nodeType==8?c=fe(d,o):o.push(d),c=o[0]||c),(d=n.__b)&&d(t);n:if(typeof E==`function`){p=s.length;try{if(b=t.props,C=(d=E.prototype)&&d.render,ie=(d=E.contextType)&&i[d.__c],w=d?ie?ie.props.value:d.__:i,(h=r.__c)?(t.__c=h,2&h.__g&&(h.__g|=1)):(C?t.__c=h=new E(b,w):(t.__c=h=new S(b,w),h.constructor=E,h.render=ve),ie&&ie.sub(h),h.state||(h.state={}),h.__n=i,h.__g|=8,h.__h=[],h.__k=[]),C&&(h.__s||(h.__s=h.state),E.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=y({},h.__s)),y(h.__s,E.getDerivedStateFromProps(b,h.__s)))),_=h.props,v=h.state,h.__v=t,r.__c){if(b!==_&&C&&!E.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,w),t.__v==r.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&!1===h.shouldComponentUpdate(b,h.__s,w)){t.__v!=r.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),t.__e=r.__e,t.__k=r.__k,t.__k.some(function(e){e&&(e.__=t)}),g.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),c=re(r);break n}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,w),C&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(_,v,ne)})}else C&&!E.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),C&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=b,h.__P=e,h.__g&=-5,ae=n.__r,se=C?25:0;do h.__g&=-9,ae&&ae(t),d=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++se<25);C&&(g.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(i=y({},i,h.getChildContext())),C&&r.__c&&h.getSnapshotBeforeUpdate&&(ne=h.getSnapshotBeforeUpdate(_,v)),ce=d&&d.type===x&&d.key==null?d.props.children:d,b.__P&&(d=c,a=(e=b.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=e&&(r.__k.some(function(e){e&&_e(e,e)}),r.__k=null),c=r.__k?re(r,0):null),c=oe(e,ee(ce)?ce:[ce],t,r,i,a,o,s,c,l,u),b.__P&&(t.__e=null,c=d),t.__u&=-161,f&&f.some(te),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(e){if(s.length=p,t.__v=null,l||o){if(e&&e.then){if(t.__u|=128|l,o){for(~(T=o.indexOf(c||void 0))||(T=o.length);(de=o[T-1])&&de.nodeType==8;)T--;for(;T<o.length;T++)if(de=o[T]){if(o[T]=null,le){if(de==ue)break}else{if(de.nodeType!=8)break;de.data.startsWith(`$s`)&&(ue=fe(le=de))}}}if(!le){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;le=c}(d=fe(le=t.__c.__z||(t.__c.__z=le)))?(t.__e=le,c=d):t.__e=c,c&&=c.nextSibling}else o&&o.some(te)}else t.__e=r.__e;t.__k||=r.__k||[],e&&e.then||pe(t),n.__e(e,t,r)}}else c=t.__e=he(r.__e,t,r,i,a,o,s,l,u,e);return(d=n.diffed)&&d(t),c}function fe(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function pe(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(pe))}function me(e,t,r){for(var i=0;i<r.length;)ge(r[i++],r[i++],r[i++]);n.__c&&n.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){n.__e(e,t.__v)}})}function he(e,t,r,i,a,o,s,c,l,u){var d,f,p,m,g,y,ne,b,x=r.props||h,S=t.props,C=t.type;if(C==`svg`?a=`http://www.w3.org/2000/svg`:C==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((g=o[d])&&(C?g.localName==C:g.nodeType==3)){e=g,o[d]=null;break}}if(!e){if(b=u.ownerDocument||document,!C)return b.createTextNode(S);e=b.createElementNS(a,C,S.is?S:u),c&&=(n.__m&&n.__m(t,o),!1),o=null}if(C){if(u=C==`template`&&e.content||e,o=C==`textarea`&&S.defaultValue!=null?null:o&&v.call(u.childNodes),!c&&o)for(x={},d=0;d<e.attributes.length;d++)x[(g=e.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||T(e,d,null,g,a);for(d in S)g=S[d],d==`children`?m=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?y=g:d==`checked`?ne=g:c&&typeof g!=`function`||x[d]===g||T(e,d,g,x[d],a);f?(c||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(C==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&_.test(C))&&(a=`http://www.w3.org/1999/xhtml`),oe(u,ee(m)?m:[m],t,r,i,a,o,s,o?o[0]:r.__k&&re(r,0),c,l),o&&o.some(te)),c&&C!=`textarea`||(d=`value`,C==`progress`&&y==null?e.removeAttribute(d):y==null||y===e[d]&&(C!=`progress`||y)||T(e,d,y,x[d],a),d=`checked`,ne!=null&&ne!=e[d]&&T(e,d,ne,x[d],a))}else x===S||c&&e.data==S||(e.data=S);return e}function ge(e,t,r,i){try{typeof e==`function`?t?t.__x=e(t)||1:(i&&=i.__c||i.__e)&&(t=i.__x)&&(i.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){n.__e(e,r)}}function _e(e,t,r){var i,a,o,s;if(n.unmount&&n.unmount(e),!(i=e.ref)||i.current&&i.current!=e.__e||ge(i,null,t,e),i=e.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){n.__e(e,t)}i.__P=i.__n=null}if(i=e.__k)for(s=0;s<i.length;s++)i[s]&&_e(i[s],t,typeof e.type!=`function`||r&&!e.props.__P);!r&&(i=e.__c)&&(i=i.__z)&&(a=fe(i,o=[]))&&(i==e.__e&&o.some(te),te(a),te(i)),r||te(e.__e),e.__e=e.__c=e.__=null}function ve(e,t,n){return this.constructor(e,n)}function ye(e,t){var r,i,a,o;n.__&&n.__(e,t),t.nodeType==9&&(t=t.documentElement),i=(r=e&&32&e.__u)?null:t.__k,t.__k=b(x,{children:[e]}),a=[],o=[],E(t,t.__k,i||h,h,t.namespaceURI,i?null:t.firstChild?v.call(t.childNodes):null,a,i?i.__e:t.firstChild,r,o),me(a,t.__k,o),t.__k.props.children=null}function be(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,w(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+p++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}n={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw s=0,e}},r=0,i=function(e){return e!=null&&e.constructor===m},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=y({},this.state)),typeof e==`function`&&(e=e(y({},n),this.props)),e&&(y(n,e),this.__v&&(t&&this.__k.push(t),w(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),w(this))},S.prototype.render=x,a=[],s=0,c=function(e,t){return e.__v.__b-t.__v.__b},l=Symbol(),u=/(PointerCapture)$|Capture$/i,d=0,f={},p=0;var xe,D,Se,Ce,we=Object.is,Te=0,Ee=[],De=[],O=n,Oe=O.__b,ke=O.__r,Ae=O.diffed,je=O.__c,Me=O.unmount,Ne=O.__;function Pe(e,t){O.__h&&O.__h(D,e,Te||t),Te=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Fe(e){return Te=1,Ie(Ze,e)}function Ie(e,t,n){var r=Pe(xe++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Ze(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);we(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,we(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Le(e,t){var n=Pe(xe++,3);!O.__s&&Xe(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function Re(e,t){var n=Pe(xe++,4);!O.__s&&Xe(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,D.__h.push(n))}function ze(e){return Te=5,Be(function(){return{current:e}},[])}function Be(e,t){var n=Pe(xe++,7);return Xe(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ve(e,t){return Te=8,Be(function(){return e},t)}function He(e){var t=D.context[e.__c],n=Pe(xe++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(D)),t.props.value):e.__}function Ue(){var e=Pe(xe++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function We(){var e;do{for(;e=De.shift();)try{Je(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ee.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Je),t.__h.some(Ye),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(De.length)}O.__b=function(e){D=null,Oe&&Oe(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ne&&Ne(e,t)},O.__r=function(e){ke&&ke(e),xe=0;var t=(D=e.__c).__H;t&&(Se==D?D.__h=[]:(t.__h.some(Je),t.__h.some(Ye),xe=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Se=D},O.diffed=function(e){Ae&&Ae(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&qe(Ee.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Se=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(Je),e.__h=e.__h.filter(function(e){return!e.__||Ye(e)})}catch(t){e.__h=[function(){throw t}]}}),je&&je(e,t)},O.unmount=function(e){Me&&Me(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,qe(De.push(r))}else Je(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Ge=typeof requestAnimationFrame==`function`;function Ke(e){var t,n=function(){clearTimeout(r),Ge&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ge&&(t=requestAnimationFrame(n))}function qe(e){e!=1&&Ce==O.requestAnimationFrame||((Ce=O.requestAnimationFrame)||Ke)(We)}function Je(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function Ye(e){var t=D;e.__c=e.__(),D=t}function Xe(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!we(t,e[n])})}function Ze(e,t){return typeof t==`function`?t(e):t}var Qe=Symbol.for(`preact-signals`);function $e(){if(it>1)it--;else{var e,t=!1;for((function(){var e=ct;for(ct=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();rt!==void 0;){var n=rt;for(rt=void 0,at++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&dt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(at=0,it--,t)throw e}}function et(e){if(it>0)return e();st=++ot,it++;try{return e()}finally{$e()}}var tt,k=void 0;function nt(e){var t=k,n=tt;k=void 0,tt=void 0;try{return e()}finally{k=t,tt=n}}var rt=void 0,it=0,at=0,ot=0,st=0,ct=void 0,lt=0;function ut(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=Qe,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?nt(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&nt(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return M(function(){var n=t.value;nt(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return nt(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ut(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(at>100)throw Error(`Cycle detected`);(function(e){it!==0&&at===0&&e.l!==st&&(e.l=st,ct={S:e,v:e.v,i:e.i,o:ct})})(this),this.v=e,this.i++,lt++,it++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{$e()}}}});function j(e,t){return new A(e,t)}function dt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function ft(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function pt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function mt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=lt-1,this.f=4}mt.prototype=new A,mt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===lt))return!0;if(this.g=lt,this.f|=1,this.i>0&&!dt(this))return this.f&=-2,!0;var e=k;try{ft(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,pt(this),this.f&=-2,!0},mt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},mt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},mt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(mt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ut(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ht(e,t){return new mt(e,t)}function gt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){it++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,_t(e),t}finally{k=n,$e()}}}function _t(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,gt(e)}function vt(e){if(k!==this)throw Error(`Out-of-order effect`);pt(this),k=e,this.f&=-2;try{8&this.f&&_t(this)}finally{$e()}}function yt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,tt&&tt.push(this)}yt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},yt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,gt(this),ft(this),it++;var e=k;return k=this,vt.bind(this,e)},yt.prototype.N=function(){2&this.f||(this.f|=2,this.u=rt,rt=this)},yt.prototype.d=function(){this.f|=8,1&this.f||_t(this)},yt.prototype.dispose=function(){this.d()};function M(e,t){var n=new yt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var bt,xt,St,Ct=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,wt=[],Tt=[];M(function(){bt=this.N})();function Et(e,t){n[e]=t.bind(null,n[e]||function(){})}function Dt(e){if(St){var t=St;St=void 0,t()}St=e&&e.S()}function Ot(e){var t=this,n=e.data,r=At(n);r.name=`ReactiveDom`,r.value=n;var a=Be(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var a=ht(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),o=ht(function(){return!Array.isArray(a.value)&&!i(a.value)}),s=M(function(){if(this.N=It,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}Ot.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:ne(x,null).constructor},type:{configurable:!0,value:Ot},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Et(`__b`,function(e,t){if(Dt(),xt=void 0,typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Et(`__r`,function(e,t){if(e(t),t.type!==x){Dt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return M(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;Ct&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),xt=r,Dt(n)}}),Et(`__e`,function(e,t,n,r){Dt(),xt=void 0,e(t,n,r)}),Et(`diffed`,function(e,t){Dt(),xt=void 0;var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=kt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function kt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=j(n);return{o:function(e,t){a.value=e,r=t},d:M(function(){this.N=It;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}Et(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Et(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function At(e,t){return Be(function(){return j(e,t)},[])}var jt=typeof requestAnimationFrame>`u`?setTimeout:function(e){var t=function(){clearTimeout(n),cancelAnimationFrame(r),e()},n=setTimeout(t,35),r=requestAnimationFrame(t)},Mt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Nt(){et(function(){for(var e;e=wt.shift();)bt.call(e)})}function Pt(){wt.push(this)===1&&(n.requestAnimationFrame||jt)(Nt)}function Ft(){et(function(){for(var e;e=Tt.shift();)bt.call(e)})}function It(){Tt.push(this)===1&&(n.requestAnimationFrame||Mt)(Ft)}function Lt(e,t){var n=ze(e);n.current=e;var r=xt;Le(function(){return M(function(){if(this.N=Pt,!(r&&8&r.__$f))return n.current()},t)},[])}var N=((e,t=[])=>e+t.join(``)),Rt=N(`
  fragment CustomerFields on CustomerType {
    __typename
    id
    telegramId
    phone
    phoneInternational
    name
    reachable
    verified
  }
`),zt=N(`
  fragment ItemFields on ItemType {
    kind
    maker
    model
    serial
    condition
    includes
  }
`),Bt=N(`
  fragment TaskFields on TaskType {
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
    employee {
      __typename
      id
      email
      name
    }
    customer {
      ...CustomerFields
    }
  }
`,[zt,Rt]),Vt=N(`
  query TaskPage($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {
    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...TaskFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`,[Bt]),Ht=N(`
  query TaskCounts($listed: TaskFilter, $awaiting: TaskFilter, $overdue: TaskFilter, $accepted: TaskFilter, $inProgress: TaskFilter, $ready: TaskFilter) {
    listed: tasks(filter: $listed) {
      totalCount
    }
    awaiting: tasks(filter: $awaiting) {
      totalCount
    }
    overdue: tasks(filter: $overdue) {
      totalCount
    }
    ACCEPTED: tasks(filter: $accepted) {
      totalCount
    }
    IN_PROGRESS: tasks(filter: $inProgress) {
      totalCount
    }
    READY: tasks(filter: $ready) {
      totalCount
    }
  }
`),Ut=N(`
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
`),Wt=N(`
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
`,[Bt,Ut]),Gt=N(`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
`,[Wt]),Kt=N(`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`),qt=N(`
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
`),Jt=N(`
  mutation SetAccessCode($taskId: ID!, $code: String) {
    setAccessCode(taskId: $taskId, code: $code) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Wt]),Yt=N(`
  mutation ShowAccessCode($taskId: ID!) {
    showAccessCode(taskId: $taskId) {
      code
    }
  }
`),Xt=N(`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
`,[Bt]),Zt=N(`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Wt]),Qt=N(`
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
`,[Rt]),$t=N(`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Wt]),en=N(`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        ...NotificationFields
      }
    }
  }
`,[Ut]),tn=N(`
  query Reminders {
    settings {
      reminders
    }
  }
`),nn=N(`
  mutation StopReminders($id: ID!, $stopped: Boolean!) {
    stopReminders(id: $id, stopped: $stopped) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Wt]),rn=N(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`),an=N(`
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
`,[N(`
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
`),Ut,Rt]),on=N(`
  fragment ThreadPage on MessageConnection {
    nodes {
      ...MessageFields
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
`,[an]),sn=N(`
  query TaskThread($id: ID!, $last: Int!, $before: String) {
    taskById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[on]),cn=N(`
  query CustomerThread($id: ID!, $last: Int!, $before: String) {
    customerById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[on]),ln=N(`
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
`,[an]),un=N(`
  query InboxCount {
    inbox(first: 1) {
      totalCount
    }
  }
`),dn=N(`
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
`),fn=N(`
  mutation FileMessage($id: ID!, $taskId: ID) {
    fileMessage(id: $id, taskId: $taskId) {
      message {
        ...MessageFields
      }
    }
  }
`,[an]),pn=N(`
  mutation MuteCustomer($id: ID!, $muted: Boolean!) {
    muteCustomer(id: $id, muted: $muted) {
      customer {
        __typename
        id
        mutedAt
      }
    }
  }
`),mn=N(`
  mutation SendMessage($taskId: ID, $customerId: ID, $text: String, $fileIds: [ID!]) {
    sendMessage(taskId: $taskId, customerId: $customerId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[an]),hn=N(`
  mutation AddNote($taskId: ID!, $text: String, $fileIds: [ID!]) {
    addNote(taskId: $taskId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[an]),gn=N(`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(id: $id) {
      id
    }
  }
`),_n=N(`
  mutation NoReplyNeeded($taskId: ID, $customerId: ID) {
    noReplyNeeded(taskId: $taskId, customerId: $customerId) {
      task {
        __typename
        id
        awaitingReplySince
      }
    }
  }
`),vn=N(`
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
`),yn=N(`
  mutation ForwardFile($id: ID!) {
    forwardFile(id: $id) {
      file {
        __typename
        id
      }
    }
  }
`),bn=N(`
  mutation MakePhotoLink($taskId: ID!, $label: FileLabel) {
    photoLink(taskId: $taskId, label: $label) {
      url
    }
  }
`),xn={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},Sn=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},P,F;function I(e){return new Sn(`Syntax Error: Unexpected token at ${F} in ${e}`)}function Cn(e){if(e.lastIndex=F,e.test(P))return P.slice(F,F=e.lastIndex)}var wn=/ +(?=[^\s])/y;function Tn(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)wn.lastIndex=0,wn.test(t[o])&&(o&&(!r||wn.lastIndex<r)&&(r=wn.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function L(){for(var e=0|P.charCodeAt(F++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|P.charCodeAt(F++))if(e===35)for(;(e=0|P.charCodeAt(F++))&&e!==10&&e!==13;);F--}function En(){for(var e=F,t=0|P.charCodeAt(F++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|P.charCodeAt(F++));if(e===F-1)throw I(`Name`);var n=P.slice(e,--F);return L(),n}function R(){return{kind:`Name`,value:En()}}var Dn=/(?:"""|(?:[\s\S]*?[^\\])""")/y,On=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function kn(e){var t;switch(P.charCodeAt(F)){case 91:F++,L();for(var n=[];P.charCodeAt(F)!==93;)n.push(kn(e));return F++,L(),{kind:`ListValue`,values:n};case 123:F++,L();for(var r=[];P.charCodeAt(F)!==125;){var i=R();if(P.charCodeAt(F++)!==58)throw I(`ObjectField`);L(),r.push({kind:`ObjectField`,name:i,value:kn(e)})}return F++,L(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw I(`Variable`);return F++,{kind:`Variable`,name:R()};case 34:if(P.charCodeAt(F+1)===34&&P.charCodeAt(F+2)===34){if(F+=3,(t=Cn(Dn))==null)throw I(`StringValue`);return L(),{kind:`StringValue`,value:Tn(t.slice(0,-3)),block:!0}}var a=F,o;F++;var s=!1;for(o=0|P.charCodeAt(F++);o===92&&(F++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|P.charCodeAt(F++));if(o!==34)throw I(`StringValue`);return t=P.slice(a,F),L(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=F++,l;(l=0|P.charCodeAt(F++))>=48&&l<=57;);var u=P.slice(c,--F);if((l=P.charCodeAt(F))===46||l===69||l===101){if((t=Cn(On))==null)throw I(`FloatValue`);return L(),{kind:`FloatValue`,value:u+t}}return L(),{kind:`IntValue`,value:u};case 110:if(P.charCodeAt(F+1)===117&&P.charCodeAt(F+2)===108&&P.charCodeAt(F+3)===108)return F+=4,L(),{kind:`NullValue`};break;case 116:if(P.charCodeAt(F+1)===114&&P.charCodeAt(F+2)===117&&P.charCodeAt(F+3)===101)return F+=4,L(),{kind:`BooleanValue`,value:!0};break;case 102:if(P.charCodeAt(F+1)===97&&P.charCodeAt(F+2)===108&&P.charCodeAt(F+3)===115&&P.charCodeAt(F+4)===101)return F+=5,L(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:En()}}function An(e){if(P.charCodeAt(F)===40){var t=[];F++,L();do{var n=R();if(P.charCodeAt(F++)!==58)throw I(`Argument`);L(),t.push({kind:`Argument`,name:n,value:kn(e)})}while(P.charCodeAt(F)!==41);return F++,L(),t}}function jn(e){if(P.charCodeAt(F)===64){var t=[];do F++,t.push({kind:`Directive`,name:R(),arguments:An(e)});while(P.charCodeAt(F)===64);return t}}function Mn(){for(var e=0;P.charCodeAt(F)===91;)e++,F++,L();var t={kind:`NamedType`,name:R()};do if(P.charCodeAt(F)===33&&(F++,L(),t={kind:`NonNullType`,type:t}),e){if(P.charCodeAt(F++)!==93)throw I(`NamedType`);L(),t={kind:`ListType`,type:t}}while(e--);return t}function Nn(){if(P.charCodeAt(F++)!==123)throw I(`SelectionSet`);return L(),Pn()}function Pn(){var e=[];do if(P.charCodeAt(F)===46){if(P.charCodeAt(++F)!==46||P.charCodeAt(++F)!==46)throw I(`SelectionSet`);switch(F++,L(),P.charCodeAt(F)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:jn(!1),selectionSet:Nn()});break;case 111:P.charCodeAt(F+1)===110?(F+=2,L(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:R()},directives:jn(!1),selectionSet:Nn()})):e.push({kind:`FragmentSpread`,name:R(),directives:jn(!1)});break;case 123:F++,L(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:Pn()});break;default:e.push({kind:`FragmentSpread`,name:R(),directives:jn(!1)})}}else{var t=R(),n=void 0;P.charCodeAt(F)===58&&(F++,L(),n=t,t=R());var r=An(!1),i=jn(!1),a=void 0;P.charCodeAt(F)===123&&(F++,L(),a=Pn()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(P.charCodeAt(F)!==125);return F++,L(),{kind:`SelectionSet`,selections:e}}function Fn(){if(L(),P.charCodeAt(F)===40){var e=[];F++,L();do{var t=void 0;if(P.charCodeAt(F)===34&&(t=kn(!0)),P.charCodeAt(F++)!==36)throw I(`Variable`);var n=R();if(P.charCodeAt(F++)!==58)throw I(`VariableDefinition`);L();var r=Mn(),i=void 0;P.charCodeAt(F)===61&&(F++,L(),i=kn(!0)),L();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:jn(!0)};t&&(a.description=t),e.push(a)}while(P.charCodeAt(F)!==41);return F++,L(),e}}function In(e){var t=R();if(P.charCodeAt(F++)!==111||P.charCodeAt(F++)!==110)throw I(`FragmentDefinition`);L();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:R()},directives:jn(!1),selectionSet:Nn()};return e&&(n.description=e),n}function Ln(){var e=[];do{var t=void 0;if(P.charCodeAt(F)===34&&(t=kn(!0)),P.charCodeAt(F)===123){if(t)throw I(`Document`);F++,L(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:Pn()})}else{var n=En();switch(n){case`fragment`:e.push(In(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=P.charCodeAt(F))!==40&&r!==64&&r!==123&&(i=R());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:Fn(),directives:jn(!1),selectionSet:Nn()};t&&(a.description=t),e.push(a);break;default:throw I(`Document`)}}}while(F<P.length);return e}function Rn(e,t){return P=e.body?e.body:e,F=0,L(),t&&t.noLocation?{kind:`Document`,definitions:Ln()}:{kind:`Document`,definitions:Ln(),loc:{start:0,end:P.length,startToken:void 0,endToken:void 0,source:{body:P,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function z(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function zn(e){return JSON.stringify(e)}function Bn(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var B=`
`,V={OperationDefinition(e){var t=``;e.description&&(t+=V.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+z(e.variableDefinitions,`, `,V.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive));var n=V.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=V.StringValue(e.description)+` `),t+=V.Variable(e.variable)+`: `+Vn(e.type),e.defaultValue&&(t+=` = `+Vn(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=z(e.arguments,`, `,V.Argument);t.length+n.length+2>80?t+=`(`+(B+=`  `)+z(e.arguments,B,V.Argument)+(B=B.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+V.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?Bn(e.value).replace(/\n/g,B):zn(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+z(e.values,`, `,Vn)+`]`,ObjectValue:e=>`{`+z(e.fields,`, `,V.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+Vn(e.value),Document(e){return!e.definitions||!e.definitions.length?``:z(e.definitions,`

`,Vn)},SelectionSet:e=>`{`+(B+=`  `)+z(e.selections,B,Vn)+(B=B.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+Vn(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive)),t+=` `+V.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=V.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+z(e.directives,` `,V.Directive)),t+` `+V.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+z(e.arguments,`, `,V.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+Vn(e.type)+`]`,NonNullType:e=>Vn(e.type)+`!`},Vn=e=>V[e.kind](e);function Hn(e){return B=`
`,V[e.kind]?V[e.kind](e):``}var Un=()=>{},H=Un;function U(e){return{tag:0,0:e}}function Wn(e){return{tag:1,0:e}}var Gn=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,Kn=e=>e;function W(e){return t=>n=>{var r=H;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function qn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(Wn(e(t[0])))}))}function Jn(e){return t=>n=>{var r=[],i=H,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=H;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(U((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function Yn(e){return Jn(Kn)(e)}function Xn(e){return Yn(cr(e))}function Zn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(U((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Qn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(U((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function $n(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function er(e){var t=[],n=H,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(U((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function tr(e){return t=>n=>{var r=H,i=H,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=H),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(U((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function nr(e){return t=>n=>{var r=H,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(U((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function rr(e){return t=>n=>{var r=H,i=H,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(U((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function ir(e,t){return n=>r=>{var i=H,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function ar(e){return t=>e()(t)}function or(e){return t=>{var n=e[Gn()]&&e[Gn()]()||e,r=!1,i=!1,a=!1,o;t(U((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(Wn(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function sr(e){return e[Gn()]?or(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(U((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(Wn(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var cr=sr;function lr(e){return t=>{var n=!1;t(U((r=>{r===1?n=!0:n||(n=!0,t(Wn(e)),t(0))})))}}function ur(e){return t=>{var n=!1,r=e({next(e){n||t(Wn(e))},complete(){n||(n=!0,t(0))}});t(U((e=>{e===1&&!n&&(n=!0,r())})))}}function dr(){var e,t;return{source:er(ur((n=>(e=n.next,t=n.complete,Un)))),next(t){e&&e(t)},complete(){t&&t()}}}function fr(e){return t=>{var n=H,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function pr(e){fr((e=>{}))(e)}function mr(e){return new Promise((t=>{var n=H,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var hr=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},gr=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new Sn(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new Sn(e),_r=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(gr),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},vr=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},yr=new Set,br=new WeakMap,xr=(e,t)=>{if(e===null||yr.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return xr(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=xr(e[r],t)||`null`;return n+=`]`}if(!t&&(Tr!==wr&&e instanceof Tr||Er!==wr&&e instanceof Er))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=br.get(e)||Math.random().toString(36).slice(2);return br.set(e,o),xr({__key:o},t)}yr.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=xr(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=xr(a[c],t)+`:`+u)}return yr.delete(e),s+=`}`},Sr=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||yr.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)Sr(e,`${t}.${r}`,n[r]);else if(n instanceof Tr||n instanceof Er)e.set(t,n);else for(var a in yr.add(n),n)Sr(e,`${t}.${a}`,n[a])}},Cr=(e,t)=>(yr.clear(),xr(e,t||!1)),wr=class{},Tr=typeof File<`u`?File:wr,Er=typeof Blob<`u`?Blob:wr,Dr=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Or=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,kr=(e,t)=>t%2==0?e.replace(Or,`
`):e,Ar=e=>e.split(Dr).map(kr).join(``).trim(),jr=new Map,Mr=new Map,Nr=e=>{var t;return typeof e==`string`?t=Ar(e):e.loc&&Mr.get(e.__key)===e?t=e.loc.source.body:(t=jr.get(e)||Ar(Hn(e)),jr.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Pr=e=>{var t;if(e.documentId)t=vr(e.documentId);else if(t=vr(Nr(e)),e.definitions){var n=Lr(e);n&&(t=vr(`\n# ${n}`,t))}return t},Fr=e=>{var t,n;return typeof e==`string`?(t=Pr(e),n=Mr.get(t)||Rn(e,{noLocation:!0})):(t=e.__key||Pr(e),n=Mr.get(t)||e),n.loc||Nr(n),n.__key=t,Mr.set(t,n),n},Ir=(e,t,n)=>{var r=t||{},i=Fr(e),a=Cr(r,!0),o=i.__key;return a!==`{}`&&(o=vr(a,o)),{key:o,query:i,variables:r,extensions:n}},Lr=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===xn.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},Rr=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new _r({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},zr=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=zr(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=zr(e[i],t[i]);return e}}return t},Br=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=zr(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=zr(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new _r({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},Vr=(e,t,n)=>({operation:e,data:void 0,error:new _r({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function Hr(e){var t={query:void 0,documentId:void 0,operationName:Lr(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Nr(e.query)),t}var Ur=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=Wr(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Cr(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},Wr=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},Gr=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Cr(t),r=(e=>{var t=new Map;return(Tr!==wr||Er!==wr)&&(yr.clear(),Sr(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Cr({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},Kr=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=Gr(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},qr=/boundary="?([^=";]+)"?/i,Jr=/data: ?([^\n]+)/;async function*Yr(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*Xr(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*Zr(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(qr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of Xr(Yr(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of Xr(Yr(e),`

`)){var r=n.match(Jr);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?Br(i,l,a,c):Rr(e,l,a),r=!1,yield i,r=!0;i||(yield i=Rr(e,{},a))}catch(t){if(!r)throw t;yield Vr(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function Qr(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),Zn((()=>{r&&r.abort()}))(W((e=>!!e))(or(Zr(e,t,n))))}function $r(e){var t=t=>e(t);return t.toPromise=()=>mr(nr(1)(W((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>fr(e)(t),t}function ei(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var ti=()=>{},ni=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>Xn([Jn((n=>{var{key:i}=n;return rr(W((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(Hr(t),t);return ur((e=>{var i=!1,a,o;function s(n){e.next(o=o?Br(o,n):Rr(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(Vr(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(ei(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(W((e=>e.kind!==`teardown`&&a(e)))(t)),i(W((e=>e.kind===`teardown`||!a(e)))(t))])},ri=({forward:e,dispatchDebug:t})=>t=>Xn([Jn((e=>{var n=Hr(e),r=Ur(e,n),i=Kr(e,n);return rr(W((t=>t.kind===`teardown`&&t.key===e.key))(t))(Qr(e,r,i))}))(W((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(W((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),ii=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return er(e(er(t)))},dispatchDebug(e){}})),n),ai=({dispatchDebug:e})=>e=>W((e=>!1))(e),oi=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=dr();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=rr(W((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(W((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?tr((t=>{var n=lr(t);return t.stale||t.hasNext?n:Xn([n,qn((()=>(t.stale=!0,t)))(nr(1)(W((t=>t.key===e.key))(c.source)))])}))(t):ir((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?$n((()=>{l(e)}))(t):Zn((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(ei(`teardown`,e,e.context))}))(Qn((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),er(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},ei(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?$r(f(e)):$r(ar((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=$n((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?tr(lr)(Xn([t,W((t=>t===r.get(e.key)))(lr(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return fr((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Ir(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Ir(e,t),n),mutation:(e,t,n)=>m.executeMutation(Ir(e,t),n)}),h=ti,g=er(ii(t.exchanges)({client:m,dispatchDebug:h,forward:ai({dispatchDebug:h})})(c.source));return pr(g),m},si=(e,t)=>ei(e.kind,e,{...e.context,authAttempt:t});function ci(e){return({client:t,forward:n})=>{var r=new Set,i=dr(),a=dr(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(Vr(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Ir(e,n),a);return mr(nr(1)(W((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))($n((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return ei(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,si(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(W(Boolean)(qn((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,si(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(si(e,!1))))(Xn([i.source,d]))));return Xn([a.source,W((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var li=N(`
  fragment SessionFields on ObtainJSONWebToken {
    success
    errors
    token
    refreshToken
    deviceToken
  }
`),ui=N(`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`),di=N(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      ...SessionFields
    }
  }
`,[li]),fi=N(`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      ...SessionFields
    }
  }
`,[li]),pi=N(`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),mi=N(`
  query AccessLink($token: String!) {
    accessLink(token: $token) {
      __typename
      use
    }
  }
`),hi=N(`
  mutation Register($name: String, $email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(name: $name, email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`),gi=N(`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      ...SessionFields
    }
  }
`,[li]),_i=N(`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      ...SessionFields
    }
  }
`,[li]),vi=N(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`);function yi(){let e=matchMedia(`(prefers-color-scheme: dark)`),t=j(e.matches?`dark`:`light`);return e.addEventListener(`change`,()=>t.value=e.matches?`dark`:`light`),{inTelegram:!1,initData:``,userId:0,startParam:``,language:void 0,scheme:t,mainButton:null,secondaryButton:null,backButton:null,onSettings(){},haptic(){},confirm:xi,openTelegramLink(e){open(e,`_blank`,`noopener`)},download(e,t){let n=document.createElement(`a`);n.href=e,n.download=t,n.click()},scan:null,homeScreen:()=>Promise.resolve(null),print(){print()},confirmClosing(e){e?addEventListener(`beforeunload`,bi):removeEventListener(`beforeunload`,bi)}}}function bi(e){e.preventDefault()}function xi(e){let t=document.createElement(`dialog`);t.className=`confirm`,t.setAttribute(`role`,`alertdialog`),t.setAttribute(`aria-labelledby`,`confirm-title`),t.setAttribute(`aria-describedby`,`confirm-text`);let n=document.createElement(`h2`);n.id=`confirm-title`,n.textContent=e.title;let r=document.createElement(`p`);r.id=`confirm-text`,r.textContent=e.text;let i=document.createElement(`div`);i.className=`confirm-buttons`;let a=Si(e.no,`confirm-no`,()=>t.close(`no`)),o=Si(e.yes,`confirm-yes`,()=>t.close(`yes`));return a.autofocus=!0,i.append(a,o),t.append(n,r,i),document.body.append(t),new Promise(e=>{t.addEventListener(`close`,()=>{t.remove(),e(t.returnValue===`yes`)}),t.addEventListener(`click`,e=>{e.target===t&&t.close(`no`)}),t.showModal()})}function Si(e,t,n){let r=document.createElement(`button`);return r.type=`button`,r.className=t,r.textContent=e,r.addEventListener(`click`,n),r}var Ci=`__telegram__initParams`;function wi(e){let t=/[#&?]tgWebApp(Data|Version)=/.test(e)?Object.fromEntries(new URLSearchParams(e.replace(/^#([^?]*\?)?/,``))):null;try{let e=JSON.parse(sessionStorage.getItem(Ci)??`null`);return t&&sessionStorage.setItem(Ci,JSON.stringify({...e,...t})),t??e}catch{return t}}function Ti(e){let t=yi(),n=e.tgWebAppData??``,r=new URLSearchParams(n),i=Oi(r.get(`user`)),a=Oi(e.tgWebAppThemeParams);for(let[e,t]of Object.entries(a))document.documentElement.style.setProperty(`--tg-theme-${e.replaceAll(`_`,`-`)}`,t);return Ei(`web_app_ready`),Ei(`web_app_expand`),{...t,inTelegram:!0,initData:n,userId:i.id??0,startParam:r.get(`start_param`)??``,language:i.language_code,scheme:a.bg_color?j(Di(a.bg_color)?`dark`:`light`):t.scheme,openTelegramLink(e){Ei(`web_app_open_tg_link`,{path_full:e.replace(/^https:\/\/t\.me/,``)})},download(e){Ei(`web_app_open_link`,{url:new URL(e,location.href).href})},print(){Ei(`web_app_open_link`,{url:location.origin+location.pathname+location.hash})}}}function Ei(e,t={}){let{TelegramWebviewProxy:n,external:r}=globalThis,i=JSON.stringify({eventType:e,eventData:t});n?n.postEvent(e,JSON.stringify(t)):r?.notify?r.notify(i):parent!==window&&parent.postMessage(i,`*`)}function Di(e){let[t,n,r]=[1,3,5].map(t=>parseInt(e.slice(t,t+2),16));return Math.hypot(t*Math.sqrt(.299),n*Math.sqrt(.587),r*Math.sqrt(.114))<120}function Oi(e){try{return JSON.parse(e??`{}`)??{}}catch{return{}}}var ki=j(yi()),Ai=ki.value;ki.subscribe(e=>Ai=e);function ji(){let e=wi(location.hash);if(!e)return;ki.value=Ti(e);let t=document.createElement(`script`);t.src=`https://telegram.org/js/telegram-web-app.js`,t.onload=()=>{let e=globalThis.Telegram?.WebApp;e&&(ki.value=Mi(e))},document.head.append(t)}function Mi(e){let t=yi(),n=j(e.colorScheme);return e.onEvent(`themeChanged`,()=>n.value=e.colorScheme),e.isVersionAtLeast(`6.1`)&&(e.setHeaderColor(`secondary_bg_color`),e.setBackgroundColor(`secondary_bg_color`)),e.isVersionAtLeast(`7.7`)&&e.disableVerticalSwipes(),e.isVersionAtLeast(`7.10`)&&e.setBottomBarColor(`bottom_bar_bg_color`),e.expand(),e.ready(),{inTelegram:!0,initData:e.initData,userId:e.initDataUnsafe.user?.id??0,startParam:e.initDataUnsafe.start_param??``,language:e.initDataUnsafe.user?.language_code,scheme:n,mainButton:Pi(e.MainButton),secondaryButton:e.isVersionAtLeast(`7.10`)?Pi(e.SecondaryButton):null,backButton:e.isVersionAtLeast(`6.1`)?Fi(e.BackButton):null,onSettings(t){e.isVersionAtLeast(`7.0`)&&(e.SettingsButton.onClick(t),e.SettingsButton.show())},haptic(t){e.isVersionAtLeast(`6.1`)&&(t===`selection`?e.HapticFeedback.selectionChanged():t===`impact`?e.HapticFeedback.impactOccurred(`medium`):e.HapticFeedback.notificationOccurred(t))},confirm(n){return e.isVersionAtLeast(`6.2`)?new Promise(t=>{e.showPopup({title:n.title.slice(0,64),message:n.text.slice(0,256),buttons:[{id:`yes`,type:`destructive`,text:n.yes},{id:`no`,type:`default`,text:n.no}]},e=>t(e===`yes`))}):t.confirm(n)},openTelegramLink(n){e.isVersionAtLeast(`6.1`)?e.openTelegramLink(n):t.openTelegramLink(n)},download(t,n){let r=new URL(t,location.href).href;e.isVersionAtLeast(`8.0`)?e.downloadFile({url:r,file_name:n}):e.openLink(r)},scan:e.isVersionAtLeast(`6.4`)?t=>Ni(e,t):null,homeScreen(){return e.isVersionAtLeast(`8.0`)?new Promise(t=>e.checkHomeScreenStatus(n=>t(n===`missed`?()=>e.addToHomeScreen():null))):t.homeScreen()},print(){e.openLink(location.origin+location.pathname+location.hash)},confirmClosing(t){e.isVersionAtLeast(`6.2`)&&(t?e.enableClosingConfirmation():e.disableClosingConfirmation())}}}function Ni(e,t){return new Promise(n=>{let r=()=>i(null),i=t=>{e.offEvent(`scanQrPopupClosed`,r),n(t)};e.onEvent(`scanQrPopupClosed`,r),e.showScanQrPopup({text:t.slice(0,64)},e=>(i(e),!0))})}function Pi(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show({text:r,enabled:i,busy:a,onClick:o}){n(),t=o,e.onClick(o),e.setParams({text:r,is_active:i&&!a,is_visible:!0}),a?e.showProgress(!1):e.hideProgress()},hide(){n(),e.hideProgress(),e.hide()}}}function Fi(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show(r){n(),t=r,e.onClick(r),e.show()},hide(){n(),e.hide()}}}var Ii=class{known=new Map;guesses=new Map;learn(e,t){Li(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))Bi(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Li(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return zi(t)?this.mergeObject(zi(e)&&Ri(e)===Ri(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Ri(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Bi(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Li(e,t){if(Array.isArray(e))return e.forEach(e=>Li(e,t));if(!zi(e))return;let n=Ri(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Li(e,t))}function Ri({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function zi(e){return typeof e==`object`&&!!e}function Bi(e){return zi(e)&&`nodes`in e}var Vi=({client:e,forward:t})=>{let n=new Ii,r=new Map,i=new Map,a=new Set,o=dr(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(ei(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Hi(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?ei(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),Ui(e)&&i.forEach(d),f}return e=>{let n=hr(e,Qn(p),er);return Xn([hr(n,W(f),qn(m)),hr(n,W(e=>!f(e)),qn(h),t,qn(g)),o.source])}};function Hi({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Ui({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer|updateSettings)/.test(r)}var Wi=`zayavka.`,Gi=new Map;function Ki(e){try{return localStorage.getItem(Wi+e)}catch{return Gi.get(e)??null}}function qi(e,t){try{localStorage.setItem(Wi+e,t)}catch{Gi.set(e,t)}}function Ji(e){try{localStorage.removeItem(Wi+e)}catch{Gi.delete(e)}}function Yi(e){addEventListener(`storage`,({key:t})=>{t?.startsWith(Wi)&&e(t.slice(8))})}var Xi=`devices`,Zi=20;function Qi(){let e=ea().join(`,`);return e===``?{}:{fetchOptions:{headers:{"X-Device-Token":e}}}}function $i(e){qi(Xi,[e,...ea().filter(t=>t!==e)].slice(0,Zi).join(`,`))}function ea(){return Ki(Xi)?.split(`,`).filter(e=>/^[\w-]+$/.test(e))??[]}var ta=0;function na(){return Date.now()+ta}function ra(e,t){let n=Date.parse(e??``)-Date.now();Math.abs(n-ta)>2e3+Date.now()-t&&(ta=n)}var ia=3e4,aa=async(e,t)=>{let n=new AbortController,r=()=>n.abort();t?.signal?.addEventListener(`abort`,r),setTimeout(r,ia);let i=Date.now(),a=await fetch(e,{...t,signal:n.signal});return ra(a.headers.get(`Date`),i),a},oa=new Map;function sa(e,t,n){let r=String(e),[,i=``]=/(\w+)\(/.exec(r)??[],a=aa(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`,Authorization:`Bearer ${n}`},body:JSON.stringify({operationName:i,query:r,variables:t})});a.catch(()=>{}),oa.set(ua({operationName:i,variables:t}),a)}var ca=(e,t)=>{let n=oa.size>0?ua(JSON.parse(String(t?.body))):``,r=oa.get(n);return oa.delete(n),r??aa(e,t)};function la(){oa.clear()}function ua({operationName:e,variables:t}){return e+JSON.stringify(t,da)}function da(e,t){return typeof t==`object`&&t&&!Array.isArray(t)?Object.fromEntries(Object.entries(t).sort()):t}var fa=ga((e,t={})=>new Intl.DateTimeFormat(e,t)),pa=ga(e=>new Intl.NumberFormat(e)),ma=ga(e=>new Intl.PluralRules(e));function ha(e,t){return Number.isInteger(t)&&Math.abs(t)<1e3?String(t):pa(e).format(t)}function ga(e){let t=new Map;return(n,r)=>{let i=`${n} ${JSON.stringify(r)}`,a=t.get(i);return a||t.set(i,a=e(n,r)),a}}var _a={ru:{"nav.overview":`Обзор`,"nav.inbox":`Входящие`,"nav.inbox.unfiled":`не разобрано`,"nav.tasks":`Заявки`,"nav.customers":`Клиенты`,"nav.more":`Ещё`,"nav.label":`Разделы`,"status.ACCEPTED":`Принято`,"status.IN_PROGRESS":`В работе`,"status.READY":`Готово`,"status.CLOSED":`Закрыто`,"next.IN_PROGRESS":`В работу`,"next.READY":`Готово`,"next.CLOSED":`Закрыть`,"category.CONSULTING":`Консультация`,"category.DIAGNOSIS":`Диагностика`,"category.REPAIR":`Ремонт`,"category.OTHER":`Прочее`,"action.back":`Назад`,"action.cancel":`Отмена`,"action.save":`Сохранить`,"action.edit":`Изменить`,"action.delete":`Удалить`,"action.undo":`Отменить`,"action.retry":`Повторить`,"action.close":`Закрыть`,"action.reload":`Открыть заново`,"action.toList":`К списку`,"action.call":`Позвонить {phone}`,"action.chat":`Написать в Telegram: {phone}`,"action.export":`Выгрузить в файл`,"action.scan":`Сканировать наклейку`,"list.more":`Показать ещё`,loading:`Загрузка`,"filter.overdue":`Просрочено`,"due.overdue":`Просрочено`,"due.today":`Сегодня`,"due.tomorrow":`Завтра`,"due.later":`Позже`,"due.none":`Без срока`,"promise.today":`сегодня`,"promise.tomorrow":`завтра`,"promise.hour":`{day}, {hour}`,"promise.until":`Срок: {day}`,"promise.overdue":`Просрочено: {day}`,"wait.minutes":`{count} мин`,"wait.hours":`{count} ч`,"wait.days":`{count} дн.`,"ready.minutes":`готово {count} мин`,"ready.hours":`готово {count} ч`,"ready.days":{one:`готово {count} день`,few:`готово {count} дня`,many:`готово {count} дней`,other:`готово {count} дня`},"day.today":`Сегодня`,"day.yesterday":`Вчера`,"day.unknown":`Без даты`,date:`{day} {month}`,"date.year":`{day} {month} {year} г.`,"month.1":`января`,"month.2":`февраля`,"month.3":`марта`,"month.4":`апреля`,"month.5":`мая`,"month.6":`июня`,"month.7":`июля`,"month.8":`августа`,"month.9":`сентября`,"month.10":`октября`,"month.11":`ноября`,"month.12":`декабря`,"tasks.title":`Заявки`,"tasks.open":{one:`{count} открытая`,few:`{count} открытые`,many:`{count} открытых`,other:`{count} открытой`},"tasks.count":{one:`{count} заявка`,few:`{count} заявки`,many:`{count} заявок`,other:`{count} заявки`},"list.arrived":{one:`Показать {count} новую`,few:`Показать {count} новые`,many:`Показать {count} новых`,other:`Показать {count} новой`},"tasks.new":`Новая заявка`,"tasks.empty.title":`Заявок пока нет`,"tasks.empty.text":`Новую заявку можно создать по любому номеру телефона.`,"tasks.nothing.title":`Ничего не нашлось`,"tasks.nothing.text":`Под эти фильтры не подходит ни одна заявка.`,"tasks.nothing.search":`По запросу «{search}» заявок нет. Попробуйте часть номера или слова, от трёх знаков.`,"tasks.noOpen.title":`Открытых заявок нет`,"tasks.answered.title":`Всем ответили`,"tasks.answered.text":`Никто из клиентов не ждёт ответа.`,"task.waits":`ждёт {span}`,"tasks.amongClosed":`Среди закрытых`,"tasks.showAll":`Показать все статусы`,"tasks.searchAll":`Искать и среди закрытых`,"tasks.pick":`Выберите заявку из списка`,"tasks.advance":`{action}: заявка №\xA0{id}`,"filter.search":`Номер, телефон, имя или слова`,"filter.statuses":`Статусы`,"filter.awaiting":`Ждут ответа`,"filter.open":`Открытые`,"filter.closed":`Закрытые`,"filter.any":`Все`,"filter.clear":`Очистить`,"filter.more":`Фильтры`,"filter.reset":`Сбросить фильтры`,"task.number":`№\xA0{id}`,"task.title":`Заявка №\xA0{id}`,"task.withoutCustomer":`Удалённый клиент`,"task.nobody":`Без ответственного`,"task.close.question":`Закрыть заявку №\xA0{id}?`,"task.close.text":`Она ещё не готова: «{status}».`,"task.changed":`№\xA0{id} → {status}`,"task.untold.blocked":`Клиент заблокировал бота и об этом не узнает`,"task.untold.stranger":`Клиент не подключён к боту и об этом не узнает`,"told.undone":`Статус отменён, клиент ничего не получит`,"told.late":`Уже поздно: сообщение отправлено.`,"toast.call":`Позвонить`,"toast.left":`({count} с)`,"task.notChanged":`№\xA0{id}: статус остался «{status}». {reason}`,"customers.pick":`Выберите клиента из списка`,"customer.nameless":`Без имени`,"customer.inTelegram":`Есть в Telegram`,"customer.unproven":`номер не подтверждён`,"customer.hasBlocked":`Заблокировал бота`,"more.pick":`Выберите раздел настроек`,"error.title":`Не получилось`,"error.chunk":`Этот раздел не загрузился: нет связи или вышло обновление. Откройте приложение заново.`,"error.offline":`Нет связи. Проверьте сеть и попробуйте ещё раз.`,"error.offline.banner":`Нет связи с сетью. То, что вы видите, могло устареть.`,"error.internal":`На сервере что-то пошло не так. Попробуйте через минуту.`,"error.unauthenticated":`Нужно войти ещё раз.`,"error.forbidden.password":`Ничего не изменилось: нужен ваш пароль.`,"error.forbidden":`На это у вас нет прав.`,"error.notFound":`Запись уже удалили.`,"error.conflict":`Кто-то успел это изменить. Посмотрите ещё раз и повторите.`,"error.conflict.sent":`Это уже отправлено. Подождите несколько секунд и посмотрите, сохранилось ли оно.`,"error.conflict.phone":`Клиент с таким телефоном уже есть.`,"error.conflict.telegramId":`Этот Telegram ID уже у другого клиента.`,"error.invalid":`Проверьте, что введено.`,"error.invalid.phone":`Это не похоже на телефон. Напишите его с кодом города или оператора, например {example}.`,"error.invalid.phone.tooLong":`Проверьте номер: в нём лишние цифры. Например, {example}.`,"error.invalid.phone.tooShort":`Проверьте номер: в нём не хватает цифр. Например, {example}.`,"error.invalid.phone.anonymous":`Номер +888 клиент отправляет боту сам, кнопкой с телефоном.`,"error.invalid.search":`Слишком длинный запрос: ищем не больше чем 200 знаков и 10 слов.`,"error.invalid.telegramId":`Telegram ID состоит только из цифр.`,"error.invalid.tooLong":`Текст слишком длинный.`,"error.invalid.tooLong.than":`Текст слишком длинный: можно не больше {count} знаков.`,"error.invalid.tooLong.by":`Слишком длинно: можно не больше {count} знаков, лишних {more}.`,"field.length":`{length} из {longest} знаков`,"error.rateLimited":`Слишком много попыток. Попробуйте через {wait}.`,"error.rateLimited.unknown":`Слишком много попыток. Подождите немного и попробуйте ещё раз.`,"error.seconds":{one:`{count} секунду`,few:`{count} секунды`,many:`{count} секунд`,other:`{count} секунды`},"error.minutes":{one:`{count} минуту`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},"form.gone":`Запись удалили, пока вы писали. Сохранить её уже нельзя: скопируйте, что нужно.`,"form.required":`Заполните это поле.`,"form.invalid_credentials":`Неверная почта или пароль.`,"form.password_mismatch":`Пароли не совпадают.`,"form.password_too_short":`Пароль слишком короткий: нужно хотя бы 8 знаков.`,"form.password_too_common":`Такой пароль легко угадать. Придумайте другой.`,"form.password_entirely_numeric":`Пароль не может состоять из одних цифр.`,"form.password_too_similar":`Пароль слишком похож на почту. Придумайте другой.`,"form.unique":`Учётная запись с такой почтой уже есть.`,"form.email":`Введите почту целиком, например name@example.com.`,"form.invite":`Ссылка-приглашение не действует: её уже использовали или она устарела. Попросите новую.`,"form.password":`Такой пароль не подходит. Придумайте другой, не короче 8 знаков.`,"unsaved.question":`Выйти без сохранения?`,"unsaved.text":`Изменения не сохранятся.`,"unsaved.leave":`Выйти`,"unsaved.stay":`Остаться`,"draft.restored":`Мы вернули ваш черновик.`,"draft.discard":`Начать заново`},en:{"nav.overview":`Overview`,"nav.inbox":`Inbox`,"nav.inbox.unfiled":`not filed`,"nav.tasks":`Tasks`,"nav.customers":`Customers`,"nav.more":`More`,"nav.label":`Sections`,"status.ACCEPTED":`Accepted`,"status.IN_PROGRESS":`In progress`,"status.READY":`Ready`,"status.CLOSED":`Closed`,"next.IN_PROGRESS":`Start`,"next.READY":`Ready`,"next.CLOSED":`Close`,"category.CONSULTING":`Consulting`,"category.DIAGNOSIS":`Diagnosis`,"category.REPAIR":`Repair`,"category.OTHER":`Other`,"action.back":`Back`,"action.cancel":`Cancel`,"action.save":`Save`,"action.edit":`Edit`,"action.delete":`Delete`,"action.undo":`Undo`,"action.retry":`Try again`,"action.close":`Close`,"action.reload":`Open again`,"action.toList":`To the list`,"action.call":`Call {phone}`,"action.chat":`Write in Telegram: {phone}`,"action.export":`Export to a file`,"action.scan":`Scan a label`,"list.more":`Show more`,loading:`Loading`,"filter.overdue":`Overdue`,"due.overdue":`Overdue`,"due.today":`Due today`,"due.tomorrow":`Due tomorrow`,"due.later":`Due later`,"due.none":`Without a date`,"promise.today":`today`,"promise.tomorrow":`tomorrow`,"promise.hour":`{day}, {hour}`,"promise.until":`Due {day}`,"promise.overdue":`Overdue: {day}`,"wait.minutes":`{count} min`,"wait.hours":`{count} h`,"wait.days":`{count} d`,"ready.minutes":`ready for {count} min`,"ready.hours":`ready for {count} h`,"ready.days":{one:`ready for {count} day`,other:`ready for {count} days`},"day.today":`Today`,"day.yesterday":`Yesterday`,"day.unknown":`No date`,date:`{month} {day}`,"date.year":`{month} {day}, {year}`,"month.1":`January`,"month.2":`February`,"month.3":`March`,"month.4":`April`,"month.5":`May`,"month.6":`June`,"month.7":`July`,"month.8":`August`,"month.9":`September`,"month.10":`October`,"month.11":`November`,"month.12":`December`,"tasks.title":`Tasks`,"tasks.open":{one:`{count} open`,other:`{count} open`},"tasks.count":{one:`{count} task`,other:`{count} tasks`},"list.arrived":{one:`Show {count} new`,other:`Show {count} new`},"tasks.new":`New task`,"tasks.empty.title":`No tasks yet`,"tasks.empty.text":`A new task can be made for any phone number.`,"tasks.nothing.title":`Nothing found`,"tasks.nothing.text":`No task fits these filters.`,"tasks.nothing.search":`No tasks for “{search}”. Try part of a number or of a word, three characters or more.`,"tasks.noOpen.title":`No open tasks`,"tasks.answered.title":`Everybody is answered`,"tasks.answered.text":`No customer is waiting for an answer.`,"task.waits":`waits {span}`,"tasks.amongClosed":`Among the closed`,"tasks.showAll":`Show all statuses`,"tasks.searchAll":`Search the closed ones too`,"tasks.pick":`Choose a task from the list`,"tasks.advance":`{action}: task #{id}`,"filter.search":`Number, phone, name or words`,"filter.statuses":`Statuses`,"filter.awaiting":`Awaiting reply`,"filter.open":`Open`,"filter.closed":`Closed`,"filter.any":`All`,"filter.clear":`Clear`,"filter.more":`Filters`,"filter.reset":`Reset filters`,"task.number":`#{id}`,"task.title":`Task #{id}`,"task.withoutCustomer":`Deleted customer`,"task.nobody":`Nobody responsible`,"task.close.question":`Close task #{id}?`,"task.close.text":`It is not ready yet: “{status}”.`,"task.changed":`#{id} → {status}`,"task.untold.blocked":`The customer has blocked the bot and is not told`,"task.untold.stranger":`The customer has no chat with the bot and is not told`,"told.undone":`Status undone, the customer is told nothing`,"told.late":`Too late: the message has been sent.`,"toast.call":`Call`,"toast.left":`({count} s)`,"task.notChanged":`#{id}: the status stays “{status}”. {reason}`,"customers.pick":`Choose a customer from the list`,"customer.nameless":`No name`,"customer.inTelegram":`In Telegram`,"customer.unproven":`number not confirmed`,"customer.hasBlocked":`Has blocked the bot`,"more.pick":`Choose a section of the settings`,"error.title":`It did not work`,"error.chunk":`This part did not load: there is no connection, or an update has come out. Open the app again.`,"error.offline":`No connection. Check the network and try again.`,"error.offline.banner":`No network connection. What you see may be out of date.`,"error.internal":`Something went wrong on the server. Try again in a minute.`,"error.unauthenticated":`You need to log in again.`,"error.forbidden.password":`Nothing was done: your password is needed.`,"error.forbidden":`You have no rights to do this.`,"error.notFound":`It has been deleted already.`,"error.conflict":`Somebody has changed this meanwhile. Look again and repeat.`,"error.conflict.sent":`This was sent already. Wait a few seconds and see whether it is saved.`,"error.conflict.phone":`A customer with this phone already exists.`,"error.conflict.telegramId":`Another customer has this Telegram ID.`,"error.invalid":`Check what is entered.`,"error.invalid.phone":`This does not look like a phone. Write it with the area code, for example {example}.`,"error.invalid.phone.tooLong":`Check the number: it has too many digits. For example, {example}.`,"error.invalid.phone.tooShort":`Check the number: it has too few digits. For example, {example}.`,"error.invalid.phone.anonymous":`A +888 number comes from its owner alone, who sends it to the bot with the phone button.`,"error.invalid.search":`The search is too long: at most 200 characters and 10 words.`,"error.invalid.telegramId":`A Telegram ID is digits only.`,"error.invalid.tooLong":`The text is too long.`,"error.invalid.tooLong.than":`The text is too long: at most {count} characters.`,"error.invalid.tooLong.by":`Too long: at most {count} characters, {more} too many.`,"field.length":`{length} of {longest} characters`,"error.rateLimited":`Too many attempts. Try again in {wait}.`,"error.rateLimited.unknown":`Too many attempts. Wait a little and try again.`,"error.seconds":{one:`{count} second`,other:`{count} seconds`},"error.minutes":{one:`{count} minute`,other:`{count} minutes`},"form.gone":`This was deleted while you were writing and cannot be saved any more: copy what you need.`,"form.required":`Fill this in.`,"form.invalid_credentials":`Wrong email or password.`,"form.password_mismatch":`The passwords differ.`,"form.password_too_short":`The password is too short: at least 8 characters.`,"form.password_too_common":`This password is too easy to guess. Choose another.`,"form.password_entirely_numeric":`The password cannot be digits only.`,"form.password_too_similar":`This password resembles the email too much. Choose another.`,"form.unique":`An account with this email already exists.`,"form.email":`Enter a whole email, for example name@example.com.`,"form.invite":`This invite link does not work: it was used or has expired. Ask for a new one.`,"form.password":`This password does not fit. Choose another, at least 8 characters.`,"unsaved.question":`Leave without saving?`,"unsaved.text":`Your changes will not be saved.`,"unsaved.leave":`Leave`,"unsaved.stay":`Stay`,"draft.restored":`We have brought back your draft.`,"draft.discard":`Start over`}},va=j(`ru`);function ya(e){return(t,n={})=>ba(va.value,e[va.value][t],n)}var G=ya(_a);function ba(e,t,n={}){return(typeof t==`string`?t:t[ma(e).select(Number(n.count))]??t.other).replace(/\{(\w+)\}/g,(t,r)=>{let i=n[r];return i===void 0?t:typeof i==`number`?ha(e,i):i})}function xa(e,t,n){return[Ki(`language`)??``,e??``,...t,n].map(Ca).find(e=>e!==null)??`ru`}function Sa(e){va.value=e,qi(`language`,e)}M(()=>{document.documentElement.lang=va.value});function Ca(e){let t=e.toLowerCase().split(`-`)[0];return t===`ru`||t===`en`?t:null}var wa=class extends Error{code;field;retryAfter;reason;constructor(e,t=``,n=``,r=0,i=``){super(t),this.code=e,this.field=n,this.retryAfter=r,this.reason=i}};function Ta(e){if(e==null)throw new wa(`INTERNAL`,`an answer without data`);return e}function Ea(e){let[t]=e.graphQLErrors;if(t){let{code:e,field:n,retryAfter:r,reason:i}=t.extensions;return new wa(e??`INTERNAL`,t.message,n,r,i)}let n=e.response?.status??0;return n===401?new wa(`UNAUTHENTICATED`):n===429?new wa(`RATE_LIMITED`):new wa(n===0?`OFFLINE`:`INTERNAL`,e.message)}function Da(e){switch(e.code){case`OFFLINE`:return G(`error.offline`);case`UNAUTHENTICATED`:return G(`error.unauthenticated`);case`FORBIDDEN`:return G(e.field===`currentPassword`?`error.forbidden.password`:`error.forbidden`);case`NOT_FOUND`:return G(`error.notFound`);case`RATE_LIMITED`:return e.retryAfter>0?G(`error.rateLimited`,{wait:ja(e.retryAfter)}):G(`error.rateLimited.unknown`);case`CONFLICT`:return Na(e.field)?G(`error.conflict.phone`):e.field===`telegramId`?G(`error.conflict.telegramId`):e.field===`Idempotency-Key`?G(`error.conflict.sent`):G(`error.conflict`);case`INVALID`:return Na(e.field)?Ma(e.reason):e.field===`search`?G(`error.invalid.search`):e.field===`telegramId`?G(`error.invalid.telegramId`):e.message.includes(`too long`)?Oa(e.message):G(`error.invalid`);default:return G(`error.internal`)}}function Oa(e){let t=/at most (\d+) characters/.exec(e)?.[1];return t?G(`error.invalid.tooLong.than`,{count:Number(t)}):G(`error.invalid.tooLong`)}function ka(e){let t={};for(let[n,[r]]of Object.entries(e??{}))r&&(t[n]=Aa(n,r));return t}function Aa(e,t){let n=`form.${t.code}`;if(n in _a.en)return G(n);let r=`form.${e.replace(/\d$/,``)}`;return r in _a.en?G(r):G(`error.invalid`)}function ja(e){return e<90?G(`error.seconds`,{count:Math.ceil(e)}):G(`error.minutes`,{count:Math.ceil(e/60)})}function Ma(e){let t=`+7\xA0917\xA0000-99-00`;switch(e){case`too_long`:return G(`error.invalid.phone.tooLong`,{example:t});case`too_short`:return G(`error.invalid.phone.tooShort`,{example:t});case`anonymous`:return G(`error.invalid.phone.anonymous`);default:return G(`error.invalid.phone`,{example:t})}}function Na(e){return e===`phone`||e===`customerPhone`||e===`newPhone`}var Pa=j(null),Fa=null;function Ia(e){return e.code===`FORBIDDEN`&&e.field===`currentPassword`}function La(){return Fa??=new Promise(e=>Pa.value=e).finally(()=>{Fa=Pa.value=null}),Fa}var Ra=`session`,K=j(Va()),za=j(!1);M(()=>{K.value===null?Ji(Ra):qi(Ra,JSON.stringify(K.value))}),Yi(e=>{e===Ra&&(K.value=Va())});function Ba(e){Ra=`session.${e}`,K.value=Va()}function Va(){return Ka(Ki(Ra))}function Ha(e=K.value){try{let[,t=``]=e?.token.split(`.`)??[],{sub:n}=JSON.parse(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return n??``}catch{return``}}function Ua({token:e,refreshToken:t,deviceToken:n}){return n&&$i(n),e&&t?{token:e,refreshToken:t}:null}function Wa(e){za.value=!1,K.value=e}function Ga(e){za.value=e===`refused`,K.value=null}function Ka(e){try{let t=JSON.parse(e??`null`);return t?.token&&t.refreshToken?{token:t.token,refreshToken:t.refreshToken}:null}catch{return null}}function qa(){return new Promise(e=>setTimeout(e))}async function Ja(){navigator.onLine||await new Promise(e=>addEventListener(`online`,e,{once:!0}))}function Ya(){return new Promise(e=>{`requestIdleCallback`in globalThis?requestIdleCallback(()=>e(),{timeout:1e3}):setTimeout(e,200)})}var Xa=5e3,Za=6e4,Qa=[`online`,`pageshow`,`visibilitychange`];function $a(e){return new Promise(t=>{let n=document.hidden?Za:Math.min(Xa,500*2**e),r=setTimeout(a,n*(.5+Math.random()/2));Qa.forEach(e=>addEventListener(e,i));function i(){document.hidden||a()}function a(){clearTimeout(r),Qa.forEach(e=>removeEventListener(e,i)),t()}})}var eo=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),to=function(e){return`/app/`+e},no={},ro=function(e){return e.pathname.endsWith(`.css`)},io=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},q=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=to(t,n);let r=s(t),i=ro(r);return io(no,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:eo,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ao=5e4,oo=4403,so=null,co=()=>Promise.resolve();function lo(e){co=e}function uo(){return so??=q(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=!1,n=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:async()=>(t&&await co(),{Authorization:`Bearer ${K.value?.token}`}),retryAttempts:1/0,retryWait:$a,shouldRetry:()=>K.value!==null});return n.on(`connected`,e=>{qa().then(()=>e.send(JSON.stringify({type:`ping`})))}),n.on(`closed`,e=>t=e.code===oo),n.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),fo(n),n}),so}function fo(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),ao)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function po(e){return{subscribe(t){let n=!1,r=()=>{};return uo().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}var mo=j(go());function ho(){mo.value=go()}function go(e=ca){return new oi({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Vi,ci(async e=>({addAuthToOperation:t=>K.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${K.value.token}`}),didAuthError:e=>K.value!==null&&Ea(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Co(()=>_o(e))})),ri,ni({forwardSubscription:po})]})}async function _o({mutate:e}){let t=K.value,n=Va();if(t===null)return;if(n!==null&&n.token!==t.token){K.value=n;return}let{data:r,error:i}=await e(_i,{refreshToken:t.refreshToken},Qi()),a=r?.refreshToken&&Ua(r.refreshToken);if(a)return Wa(a);if(i&&Ea(i).code!==`UNAUTHENTICATED`)return;let o=await vo({mutate:e});o&&Ha(o)===Ha(t)?Wa(o):Ga(`refused`)}async function vo({mutate:e}){if(Ai.initData===``)return null;let{data:t}=await e(fi,{initData:Ai.initData},Qi());return t?.loginTelegram?Ua(t.loginTelegram):null}async function yo(e,t,n){try{return await bo(e,t,n)}catch(r){if(!(r instanceof wa)||!Ia(r)||!await La())throw r;return bo(e,t,n)}}async function bo(e,t,n){let{data:r,error:i}=await mo.value.mutation(e,t,n).toPromise();if(i)throw Ea(i);return Ta(r)}function xo(){return`${Date.now()}.${Math.random()}`}function So(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function Co(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var wo=N(`
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
`,[Rt]),To=N(`
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
`,[Rt]),Eo=N(`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`),Do=N(`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
`,[wo]),Oo=N(`
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
`,[zt,Rt]),ko=N(`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[wo]),Ao=N(`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[wo]),jo=N(`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`),Mo=N(`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
`,[wo]),No=N(`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
`,[wo]),Po=N(`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
`,[Wt]),Fo=N(`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
`,[wo]),Io=N(`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        ...NotificationFields
      }
    }
  }
`,[Ut]),Lo=N(`
  subscription MessageChanged {
    messageChanged {
      kind
      id
      message {
        ...MessageFields
      }
    }
  }
`,[an]),Ro=t({followChanges:()=>Xo}),zo=new Set,Bo=new Set,Vo=new Set,Ho=new Set;function Uo(e){Yo(zo,e)}function Wo(e){Yo(Bo,e)}function Go(e){Yo(Vo,e)}function Ko(e){Yo(Ho,e)}function qo(e){Vo.add(e)}function Jo(e){Vo.forEach(t=>t(e))}function Yo(e,t){let n=ze(t);n.current=t,Le(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function Xo(){lo(async()=>void await mo.value.query(ui,{},{requestPolicy:`network-only`}).toPromise()),M(()=>{if(K.value===null)return;let e=mo.value,t=e.subscription(Po,{}).subscribe(({data:e})=>{e?.taskChanged&&zo.forEach(t=>t(e.taskChanged))}),n=e.subscription(Fo,{}).subscribe(({data:e})=>{e?.customerChanged&&Bo.forEach(t=>t(e.customerChanged))}),r=e.subscription(Lo,{}).subscribe(({data:e})=>{e?.messageChanged&&Jo(e.messageChanged)}),i=e.subscription(Io,{}).subscribe(({data:e})=>{e?.notificationChanged&&Ho.forEach(t=>t(e.notificationChanged))});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe(),i.unsubscribe()}})}var Zo=j(0),Qo=1e3;function $o(){let e;async function t(){if(e=void 0,K.peek()===null)return;let{data:t}=await mo.peek().query(un,{},{requestPolicy:`network-only`}).toPromise();t?.inbox&&(Zo.value=t.inbox.totalCount)}let n=()=>e??=setTimeout(()=>void t(),Qo);qo(n),addEventListener(`online`,n),document.addEventListener(`visibilitychange`,n),M(()=>{K.value===null?Zo.value=0:t()})}var es=Symbol.for(`pv`),ts=0;Array.isArray;function J(e,t,r,i,a,o){t||={};var s,c,l=t;if(`ref`in l&&typeof e!=`function`)for(c in l={},t)c==`ref`?s=t[c]:l[c]=t[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:es,__v:--ts,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),n.vnode&&n.vnode(u),u}var ns={overview:`M4.5 20v-6M10 20V9.5M15.5 20v-8M21 20V4.5M3 20h19`,tasks:`M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01`,customers:`M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-3.6 2.9-5.6 6.5-5.6s6.1 2 6.5 5.6M16 4.9a3.5 3.5 0 0 1 0 6.3M18 14.9c2 .8 3.2 2.5 3.5 5.1`,person:`M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c.5-3.8 3.3-5.8 7.5-5.8s7 2 7.5 5.8`,more:`M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0`,back:`M14.5 5 8 12l6.5 7`,next:`m9.5 6 6 6-6 6`,download:`M12 4v11M7 10.5l5 5 5-5M4.5 20h15`,key:`M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M11.5 11.5 20 3M15.5 7.5l3 3`,link:`M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3`,plus:`M12 5v14M5 12h14`,search:`M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20`,scan:`M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M3 12h18`,filter:`M4 7h16M7 12h10M10 17h4`,close:`M7 7l10 10M17 7 7 17`,phone:`M7.2 4H5a1.5 1.5 0 0 0-1.5 1.6C4.2 13.5 10.5 19.8 18.4 20.5A1.5 1.5 0 0 0 20 19v-2.2a1 1 0 0 0-.7-1l-3-1a1 1 0 0 0-1 .3l-1.1 1.3a12 12 0 0 1-6-6l1.3-1.1a1 1 0 0 0 .3-1l-1-3a1 1 0 0 0-1-.7z`,check:`m5 12.5 4.5 4.5L19 7.5`,telegram:`M20.5 4.5 3.5 11l5 2 2 6 3-4 4.5 3.5zM8.5 13l7-5`,warning:`M12 8v5M12 16.5h.01M12 3.5 21.5 20h-19z`,empty:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20`,inbox:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20M12 3v6M9.5 6.8 12 9.3l2.5-2.5`,clip:`m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3`,picture:`M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.5h.01`,paper:`M6 3.5h8l4 4v13H6zM14 3.5v4h4`,clock:`M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2`,down:`m6 9.5 6 6 6-6`,edit:`M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14.5 6.5l3 3`,retry:`M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5V8H15`,lock:`M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3`,CONSULTING:`M4 5h16v11h-9l-4.5 3.5V16H4zM8.5 9h7M8.5 12h4.5`,DIAGNOSIS:`M3 12.5h4l2.5-7 4.5 13 2.5-6H21`,REPAIR:`M14.5 6.5a4.5 4.5 0 0 1 5.8-2.2l-2.8 2.8 1.4 1.4 2.8-2.8a4.5 4.5 0 0 1-6 5.6L8.5 18.5a2 2 0 0 1-3-3l7.3-7.2c-.1-.7 0-1.4.3-2`,OTHER:`M5 5h5.5v5.5H5zM13.5 5H19v5.5h-5.5zM5 13.5h5.5V19H5zM13.5 13.5H19V19h-5.5z`};function rs({name:e}){return J(`svg`,{class:`icon`,viewBox:`0 0 24 24`,"aria-hidden":`true`,children:J(`path`,{d:ns[e]})})}var is=new Set([`RU`,`KZ`]);function as(e){return is.has(e)}var os=/^(?:37[345]|380|99[2-68])\d{8,9}$/,ss=/^(.*\d\)?)[ ,;.(/]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:n|ension)?|[xх#])[ .:-]*(?:номер|no)?[ .:-]*(\d{1,7})\)?$/i,cs=[1632,1776,2406];function ls(e){let t=e.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu,``).normalize(`NFKC`).replace(/\p{Nd}/gu,e=>{let t=cs.find(t=>e>=String.fromCharCode(t)&&e<String.fromCharCode(t+10));return t===void 0?e:String(e.charCodeAt(0)-t)}).replace(/\s+/g,` `).trim(),[,n=t,r=``]=ss.exec(t)??[];return{number:n,extension:r}}function us(e){return ls(e).number.replace(/\D/g,``)}function ds(e,t){let{number:n}=ls(e),r=n.replace(/\D/g,``);return!as(t)||n.startsWith(`+`)&&!/^8[79]\d{9}$/.test(r)?r:r.startsWith(`8`)&&r.length<=11?`7${r.slice(1)}`:r.length===10?`7${r}`:r}function fs(e){return us(e).length>=10}function ps(e,t,n){return ds(e,n)===ds(t,n)}function ms(e,t){let{number:n,extension:r}=ls(e),i=ds(e,t);return`tel:${n.startsWith(`+`)||i!==us(e)||os.test(i)?`+`:``}${i}${r&&`,${r}`}`}function hs(e){return`https://t.me/${e}`}var gs=/^\s*(?:тел(?:ефон)?|моб(?:ильный)?|tel|phone|mobile)[ .:]*(?=[+(\d])/iu;function _s(e){return e.replace(gs,``)}function vs({telegramId:e,reachable:t}){return e===null?`stranger`:t===!1?`blocked`:`reached`}var ys=[`reached`,`blocked`,`stranger`];function bs(e){return ys.find(t=>t===e)??``}function xs(e,t){return{...e.trim()&&{search:_s(e.trim())},...t===`stranger`&&{registered:!1},...t===`reached`&&{registered:!0,reachable:!0},...t===`blocked`&&{registered:!0,reachable:!1}}}var Ss=j({business:`Zayavka`,language:`ru`,timezone:`Europe/Moscow`,region:`RU`,currency:`RUB`,...JSON.parse(document.querySelector(`meta[name=zayavka-business]`)?.content??`{}`)});function Cs(e,t=new Date){return ws(e,t)?.slice(0,10)??ks(e,t,`sv-SE`)}function ws(e,t){let{clock:n,timezone:r}=Ss.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}var Ts={"Europe/Kyiv":`Europe/Kiev`,"America/Nuuk":`America/Godthab`},Es=new Map;function Ds(e){return Es.has(e)||Es.set(e,[e,Ts[e]].find(e=>e&&Os(e))),Es.get(e)}function Os(e){try{return fa(`sv-SE`,{timeZone:e})!==null}catch{return!1}}function ks(e,t,n,r={}){let i=Ds(e);if(i)return fa(n,{timeZone:i,...r}).format(t);let a=Ss.value.clock?.offset??0;return fa(n,{timeZone:`UTC`,...r}).format(t.getTime()+a*6e4)}function As(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function js(e,t){return Cs(t,new Date(e))}function Ms(e,t){let n=new Date(e);return ws(t,n)?.slice(0,16)||ks(t,n,`sv-SE`,{year:`numeric`,month:`2-digit`,day:`2-digit`,hour:`2-digit`,minute:`2-digit`}).replace(` `,`T`)}function Ns(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function Ps(e,t,n){return ks(t,new Date(e),n,Ns(n))}function Fs(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in _a.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=_a[n];return ba(n,l,{day:String(Number(a)),month:String(c),year:r})}function Is(e,t,n,r=new Date){let i=new Date(e),a=Cs(t,i).slice(0,4)===Cs(t,r).slice(0,4);return ks(t,i,n,{day:`numeric`,month:`long`,...Ns(n),...a?{}:{year:`numeric`}})}function Ls(e,t){if(!e)return``;let n=Ms(e,t);return n.endsWith(`T00:00`)?Rs(n):n}function Rs(e){return e.slice(0,10)}function zs(e){return e.slice(11)}function Bs(e,t){let n=Rs(e);return n&&t?`${n}T${t}`:n}function Vs(e,t=Date.now()){return!!e&&Date.parse(e)<=t}var Hs=[`overdue`,`today`,`tomorrow`,`later`,`none`];function Us(e,t,n,r=Date.now()){if(!e.overdueTime||!e.promisedTime)return`none`;if(Vs(e.overdueTime,r))return`overdue`;let i=Rs(Ls(e.promisedTime,n));return i<=t?`today`:i===As(t,1)?`tomorrow`:`later`}function Ws(e,t){let n=Ls(e,t);return zs(n)?n:As(n,-1)}var Gs=[`ACCEPTED`,`IN_PROGRESS`,`READY`,`CLOSED`],Ks=[`ACCEPTED`,`IN_PROGRESS`,`READY`],qs=[`CONSULTING`,`DIAGNOSIS`,`REPAIR`,`OTHER`];function Js(e){let t=Gs[Gs.indexOf(e)+1];return t===void 0||t===`ACCEPTED`?null:t}var Ys=[`overdue`,`today`,`tomorrow`,`week`],Xs={search:``,statuses:Ks,category:``,whose:``,from:``,to:``,awaiting:!1,updatedTo:``,due:``,urgent:!1},Zs=/^\d{4}-\d{2}-\d{2}$/;function Qs(e){let t=pc(e.get(`day`));return{search:e.get(`search`)??``,statuses:uc(e.get(`status`)),category:qs.find(t=>t===e.get(`category`))??``,whose:lc(e.get(`whose`)),from:t||pc(e.get(`from`)),to:t||pc(e.get(`to`)),awaiting:e.has(`awaiting`),updatedTo:pc(e.get(`unchanged`)),due:Ys.find(t=>t===e.get(`due`))??``,urgent:e.get(`sort`)===`due`}}function Y(e){let t=new URLSearchParams;return e.search&&t.set(`search`,e.search),fc(e.statuses,Ks)||t.set(`status`,e.statuses.length===0?`any`:dc(e.statuses).join(`,`)),e.category&&t.set(`category`,e.category),e.whose&&t.set(`whose`,e.whose),ic(e)?t.set(`day`,e.from):(e.from&&t.set(`from`,e.from),e.to&&t.set(`to`,e.to)),e.awaiting&&t.set(`awaiting`,`reply`),e.updatedTo&&t.set(`unchanged`,e.updatedTo),e.due&&t.set(`due`,e.due),e.urgent&&t.set(`sort`,`due`),t}function $s(e,t,n=Cs(Ss.value.timezone)){return{...e.search&&{search:_s(e.search)},...e.statuses.length>0&&{statuses:dc(e.statuses)},...e.category&&{categories:[e.category]},...e.whose===`nobody`?{unassigned:!0}:e.whose&&{employeeId:e.whose===`mine`?t:e.whose},...e.from&&{createdFrom:e.from},...e.to&&{createdTo:e.to},...e.awaiting&&{awaitingReply:!0},...e.updatedTo&&{updatedTo:e.updatedTo},...e.due===`overdue`?{overdue:!0}:e.due&&ec(e.due,n)}}function ec(e,t){let n=e===`tomorrow`?As(t,1):t;return{promisedFrom:n,promisedTo:e===`week`?As(t,6):n}}function tc({due:e,urgent:t,awaiting:n,statuses:r}){let i=r.length>0&&!r.includes(`CLOSED`);return!n&&e===``&&r.join()===`READY`?{orderBy:`LONGEST_READY_FIRST`}:!n&&(e===`overdue`||(e!==``||t)&&i)?{orderBy:`PROMISED_FIRST`}:{}}function nc(e){let{statuses:t,awaitingReply:n,overdue:r,promisedFrom:i,promisedTo:a,...o}=e;return{listed:e,overdue:{...o,overdue:!0},awaiting:{...o,awaitingReply:!0},accepted:{...o,statuses:[`ACCEPTED`]},inProgress:{...o,statuses:[`IN_PROGRESS`]},ready:{...o,statuses:[`READY`]}}}function rc(e,t){let{status:n,category:r,employee:i,createdAt:a,awaitingReplySince:o,promisedTime:s,overdueTime:c}=t,{statuses:l,categories:u,employeeId:d,unassigned:f,createdFrom:p,createdTo:m,updatedTo:h,awaitingReply:g}=e,{overdue:_,promisedFrom:ee,promisedTo:v}=e,y=Rs(Ls(s,Ss.value.timezone)),te=a??``;return(!l||l.some(e=>e===n))&&(!u||u.some(e=>e===r))&&(!d||i?.id===d)&&(!f||i===null)&&(!p||te>=p)&&(!m||te<=m)&&(!g||o!==null)&&(!_||Vs(c))&&(!ee||y>=ee)&&(!v||y!==``&&y<=v)&&!h}function ic(e){return e.from!==``&&e.from===e.to}function ac(e){return Y(e).toString()===``}var oc=[{name:`open`,statuses:Ks},...Ks.map(e=>({name:e,statuses:[e]})),{name:`closed`,statuses:[`CLOSED`]},{name:`any`,statuses:[]}];function sc({statuses:e}){return oc.find(t=>fc(t.statuses,e))}function cc(e,t){let n=e.statuses.includes(t)?e.statuses.filter(e=>e!==t):[...e.statuses,t];return{...e,statuses:dc(n)}}function lc(e){return e!==null&&/^(mine|nobody|\d+)$/.test(e)?e:``}function uc(e){if(e===null)return Ks;if(e===`any`)return[];let t=e.split(`,`),n=Gs.filter(e=>t.includes(e));return n.length>0?n:Ks}function dc(e){return Gs.filter(t=>e.includes(t))}function fc(e,t){return dc(e).join()===dc(t).join()}function pc(e){return e!==null&&Zs.test(e)&&!Number.isNaN(Date.parse(e))?e:``}function mc(){let{depth:e,from:t=null}=history.state??{};return e===void 0?null:{depth:e,from:t}}function hc(e){return history.replaceState(e,``),e}var gc=[`a6`,`roll`,`label`],_c=[7,30,90],vc={screen:`tasks`,filter:Xs};function yc(e){let[t=``,n=``]=e.replace(/^#/,``).split(`?`,2),r=new URLSearchParams(n),[,i,a,o,s]=t.split(`/`),c=a!==void 0&&/^\d+$/.test(a)?a:``;if(i===`tasks`){let e=Qs(r);return a===`new`?{screen:`task-new`,phone:r.get(`for`)??``,filter:e}:c&&o===`edit`?{screen:`task-edit`,id:c,filter:e}:c&&o===`price`?{screen:s===`edit`?`task-estimate`:`task-price`,id:c,filter:e}:c&&o===`taken`?{screen:`task-taken`,id:c,filter:e}:c&&o===`paper`?{screen:`task-paper`,id:c,sheet:gc.find(e=>e===r.get(`sheet`))??`a6`,filter:e}:c?{screen:`task`,id:c,filter:e}:{screen:`tasks`,filter:e}}if(i===`customers`){let e={search:r.get(`search`)??``,contact:bs(r.get(`contact`))};return a===`new`?{screen:`customer-new`,...e}:c&&o===`edit`?{screen:`customer-edit`,id:c,...e}:c&&o===`chat`?{screen:`customer-chat`,id:c,...e}:c&&o===`data`?{screen:`customer-data`,id:c,...e}:c&&o===`merge`?{screen:`customer-merge`,id:c,...e}:c?{screen:`customer`,id:c,...e}:{screen:`customers`,...e}}return i===`overview`?{screen:`overview`,days:_c.find(e=>String(e)===r.get(`days`))??_c[0]}:i===`inbox`?{screen:`inbox`}:i===`tokens`?{screen:a===`new`?`token-new`:`tokens`}:i===`webhooks`?c?{screen:`webhook`,id:c}:{screen:a===`new`?`webhook-new`:`webhooks`}:i===`settings`?bc(a,o,r):i===`more`||i===`poster`||i===`account`||i===`team`||i===`letters`||i===`moving`?{screen:i}:vc}function bc(e,t=``,n){let r=e===`texts`?t:n.get(`status`),i=Gs.find(e=>e===r),a=/^\d+$/.test(t)?t:``;return e===`texts`&&i?{screen:`settings-text`,status:i}:e===`stages`&&t?{screen:`settings-stage`,id:a,status:i??`IN_PROGRESS`}:e===`stages`?{screen:`settings-stages`}:e===`categories`?t?{screen:`settings-category`,id:a}:{screen:`settings-categories`}:{screen:`settings`}}function xc(e){let[,t,n=``]=/^(task|customer)_(\d+)$/.exec(e)??[];return t===`task`?{screen:`task`,id:n,filter:Xs}:t===`customer`?{screen:`customer`,id:n,search:``,contact:``}:null}function Sc(e){switch(e.screen){case`tasks`:return Z(`tasks`,Y(e.filter));case`task`:return Z(`tasks/${e.id}`,Y(e.filter));case`task-edit`:return Z(`tasks/${e.id}/edit`,Y(e.filter));case`task-price`:return Z(`tasks/${e.id}/price`,Y(e.filter));case`task-estimate`:return Z(`tasks/${e.id}/price/edit`,Y(e.filter));case`task-taken`:return Z(`tasks/${e.id}/taken`,Y(e.filter));case`task-paper`:{let t=Y(e.filter);return e.sheet!==`a6`&&t.set(`sheet`,e.sheet),Z(`tasks/${e.id}/paper`,t)}case`task-new`:{let t=Y(e.filter);return e.phone&&t.set(`for`,e.phone),Z(`tasks/new`,t)}case`customers`:return Z(`customers`,Ic(e));case`customer`:return Z(`customers/${e.id}`,Ic(e));case`customer-chat`:return Z(`customers/${e.id}/chat`,Ic(e));case`customer-edit`:return Z(`customers/${e.id}/edit`,Ic(e));case`customer-data`:return Z(`customers/${e.id}/data`,Ic(e));case`customer-merge`:return Z(`customers/${e.id}/merge`,Ic(e));case`customer-new`:return Z(`customers/new`,Ic(e));case`overview`:return Z(`overview`,new URLSearchParams(e.days===_c[0]?{}:{days:String(e.days)}));case`token-new`:return`#/tokens/new`;case`webhook-new`:return`#/webhooks/new`;case`webhook`:return`#/webhooks/${e.id}`;case`settings-text`:return`#/settings/texts/${e.status}`;case`settings-stages`:return`#/settings/stages`;case`settings-stage`:return e.id?`#/settings/stages/${e.id}`:`#/settings/stages/new?status=${e.status}`;case`settings-categories`:return`#/settings/categories`;case`settings-category`:return`#/settings/categories/${e.id||`new`}`;default:return`#/${e.screen}`}}function Cc(e){switch(e.screen){case`task`:case`task-new`:case`task-taken`:return{screen:`tasks`,filter:e.filter};case`task-edit`:case`task-price`:return{...e,screen:`task`};case`task-paper`:return{screen:`task`,id:e.id,filter:e.filter};case`task-estimate`:return{...e,screen:`task-price`};case`customer`:case`customer-new`:return{screen:`customers`,search:e.search,contact:e.contact};case`customer-chat`:case`customer-data`:case`customer-edit`:case`customer-merge`:return{...e,screen:`customer`};case`poster`:case`account`:case`team`:case`tokens`:case`webhooks`:case`letters`:case`moving`:case`settings`:return{screen:`more`};case`settings-text`:case`settings-stages`:case`settings-categories`:return{screen:`settings`};case`settings-stage`:return{screen:`settings-stages`};case`settings-category`:return{screen:`settings-categories`};case`token-new`:return{screen:`tokens`};case`webhook`:case`webhook-new`:return{screen:`webhooks`};default:return null}}function wc(e){let t=Cc(e);return t?wc(t):e}function Tc(){return yc(location.hash)}function Ec(e,t=Dc()){return{screen:`task`,id:e,filter:t}}function Dc(){let e=X.value;return`filter`in e?e.filter:Xs}var Oc={screen:`customers`,search:``,contact:``};function kc(e){let t=X.value,{search:n,contact:r}=`search`in t?t:Oc;return{screen:`customer`,id:e,search:n,contact:r}}var X=j(vc),Ac=j(null),jc={depth:0,from:null};function Mc(e,{replace:t=!1}={}){t?(location.replace(Sc(e)),hc(jc)):location.hash=Sc(e)}function Nc(e){jc.from===null?Mc(e,{replace:!0}):history.back()}function Pc(e){Ac.value=null,jc.from===Sc(e)?history.back():Mc(e,{replace:!0})}function Fc(e){let t=location.hash,n=!1;jc=hc(mc()??{depth:0,from:null}),Sc(Tc())!==Sc(X.value)&&(X.value=Tc());async function r(){if(location.hash===t||n)return;let r=mc()??{depth:jc.depth+1,from:t};if(Ac.value){n=!0;let e=await Ac.value();if(n=!1,!e){r.depth===jc.depth?history.replaceState(jc,``,t||`#/tasks`):history.go(jc.depth-r.depth);return}Ac.value=null}e(),t=location.hash,jc=hc(mc()??r),X.value=yc(t)}return addEventListener(`hashchange`,r),()=>removeEventListener(`hashchange`,r)}function Z(e,t){let n=t.toString().replaceAll(`%2C`,`,`);return`#/${e}${n&&`?${n}`}`}function Ic({search:e,contact:t}){return new URLSearchParams({...e&&{search:e},...t&&{contact:t}})}function Lc({icon:e,title:t,text:n,children:r}){return J(`div`,{class:`notice`,children:[J(`span`,{class:`notice-icon`,children:J(rs,{name:e})}),J(`h2`,{children:t}),n&&J(`p`,{children:n}),r]})}function Rc({problem:e,retry:t}){return e.code===`NOT_FOUND`?J(zc,{text:Da(e)}):J(`div`,{role:`alert`,children:J(Lc,{icon:`warning`,title:G(`error.title`),text:Da(e),children:J(`button`,{type:`button`,class:`plain-button`,onClick:t,children:G(`action.retry`)})})})}function zc({text:e}){return J(`div`,{role:`alert`,children:J(Lc,{icon:`search`,title:G(`tasks.nothing.title`),text:e,children:J(Vc,{})})})}function Bc(){return J(`div`,{class:`narrowed`,role:`alert`,children:[J(`p`,{children:G(`form.gone`)}),J(Vc,{})]})}function Vc(){return J(`a`,{class:`plain-button`,href:Sc(wc(X.value)),children:G(`action.toList`)})}function Hc({problem:e,retry:t}){return J(`div`,{class:`outdated-place`,role:`status`,children:J(`div`,{class:`outdated`,children:[J(`p`,{children:Da(e)}),J(`button`,{type:`button`,onClick:t,children:G(`action.retry`)})]})})}function Uc({rows:e}){return J(`div`,{class:`card`,role:`status`,"aria-label":G(`loading`),children:J(`div`,{class:`breathing`,children:Array.from({length:e},(e,t)=>J(`div`,{class:`skeleton-row`,children:[J(`span`,{class:`skeleton skeleton-tile`}),J(`span`,{class:`skeleton-lines`,children:[J(`span`,{class:`skeleton`}),J(`span`,{class:`skeleton skeleton-short`})]})]},t))})})}function Q(e,t=4){let n=null,r=null;function i(){return r??=e().then(e=>void(n=e),e=>{throw r=null,e}),r}function a(e){let[r,a]=Fe(n?`loaded`:`loading`);return Le(()=>{if(r===`loaded`)return;let e=!0;return i().then(qa).then(()=>e&&a(`loaded`),()=>e&&a(`failed`)),()=>{e=!1}},[]),n?J(n,{...e}):r===`loading`?t>0?J(Uc,{rows:t}):null:J(`div`,{role:`alert`,children:J(Lc,{icon:`warning`,title:G(`error.title`),text:G(`error.chunk`),children:J(`button`,{type:`button`,class:`plain-button`,onClick:()=>location.reload(),children:G(`action.reload`)})})})}return Object.assign(a,{load:i})}var Wc=j([]),Gc=6e3,Kc=0;function qc(e,{shownFor:t=Gc,...n}={}){let r=++Kc;Wc.value=[{kind:`done`,...n,id:r,text:e}],setTimeout(Jc,Math.max(t,n.until?Date.parse(n.until)-na():0),r)}function Jc(e){Wc.value=Wc.value.filter(t=>t.id!==e)}addEventListener(`online`,()=>Wc.value=Wc.value.filter(({kind:e})=>e!==`failed`));function Yc(e){let t=()=>e?Math.max(0,Math.ceil((Date.parse(e)-na())/1e3)):0,[n,r]=Fe(t());return Le(()=>{if(r(t()),t()===0)return;let e=setInterval(()=>r(t()),250);return()=>clearInterval(e)},[e]),n}function Xc(){return J(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`,children:Wc.value.map(e=>J(Zc,{toast:e},e.id))})}function Zc({toast:{id:e,text:t,kind:n,action:r,until:i,phone:a}}){let o=Yc(i);return J(`div`,{class:`toast`,"data-kind":n,children:[J(rs,{name:n===`done`?`check`:`warning`}),J(`span`,{class:`toast-text`,children:t}),a&&J(`a`,{class:`toast-action`,href:ms(a,Ss.value.region),onClick:()=>Jc(e),children:G(`toast.call`)}),r&&(!i||o>0)&&J(`button`,{type:`button`,onClick:()=>{Jc(e),r.run()},children:[r.text,i&&J(`span`,{"aria-hidden":`true`,children:[` `,G(`toast.left`,{count:o})]})]}),J(`button`,{type:`button`,class:`toast-close`,"aria-label":G(`action.close`),onClick:()=>Jc(e),children:J(rs,{name:`close`})})]})}var Qc=()=>`filter.${Ha()}`;function $c(){return{screen:`tasks`,filter:Qs(new URLSearchParams(Ki(Qc())??``))}}function el({statuses:e,category:t,whose:n,urgent:r}){qi(Qc(),Y({...Xs,statuses:e,category:t,whose:n,urgent:r}).toString())}var $=()=>q(()=>import(`./core-chunk-NF_tWPxC.js`),__vite__mapDeps([0,1,2,3,4,5,6])),tl=()=>q(()=>import(`./team-_QSfbmOx.js`),__vite__mapDeps([7,1,2,3,4])),nl=()=>q(()=>import(`./settings-CUR_2v0m.js`),__vite__mapDeps([8,1,3,2,4,9])),rl=Q(async()=>(await q(async()=>{let{TasksScreen:e}=await import(`./tasks-DDy5q1QO.js`);return{TasksScreen:e}},__vite__mapDeps([10,1]))).TasksScreen,6),il=Q(async()=>(await $()).TaskScreen),al=Q(async()=>(await $()).TaskEditScreen),ol=Q(async()=>(await $()).IntakeScreen),sl=Q(async()=>(await $()).PriceScreen),cl=Q(async()=>(await $()).EstimateScreen),ll=Q(async()=>(await $()).TakenScreen),ul=Q(async()=>(await $()).CustomersScreen,8),dl=Q(async()=>(await $()).CustomerScreen),fl=Q(async()=>(await $()).MoreScreen),pl=Q(async()=>(await $()).InboxScreen),ml=Q(async()=>(await q(async()=>{let{OverviewScreen:e}=await import(`./overview-DqBsnWYi.js`);return{OverviewScreen:e}},__vite__mapDeps([11,1,3,2,4,12]))).OverviewScreen),hl=Q(async()=>(await $()).CustomerChatScreen),gl=Q(async()=>(await q(async()=>{let{TaskPaperScreen:e}=await import(`./paper-BI-EqqwN.js`);return{TaskPaperScreen:e}},__vite__mapDeps([13,1,14,3,2,4,5,15]))).TaskPaperScreen),_l=Q(async()=>(await q(async()=>{let{PosterScreen:e}=await import(`./paper-BI-EqqwN.js`);return{PosterScreen:e}},__vite__mapDeps([13,1,14,3,2,4,5,15]))).PosterScreen),vl=Q(async()=>(await q(async()=>{let{CustomerNewScreen:e}=await import(`./customer-form-CcPd33_g.js`);return{CustomerNewScreen:e}},__vite__mapDeps([16,1,3,2,4]))).CustomerNewScreen),yl=Q(async()=>(await q(async()=>{let{CustomerEditScreen:e}=await import(`./customer-form-CcPd33_g.js`);return{CustomerEditScreen:e}},__vite__mapDeps([16,1,3,2,4]))).CustomerEditScreen),bl=Q(async()=>(await q(async()=>{let{CustomerDataScreen:e}=await import(`./customer-data-DfHSoMFK.js`);return{CustomerDataScreen:e}},__vite__mapDeps([17,1,2]))).CustomerDataScreen),xl=Q(async()=>(await q(async()=>{let{CustomerMergeScreen:e}=await import(`./customer-merge-gCYSA9Hc.js`);return{CustomerMergeScreen:e}},__vite__mapDeps([18,1,3,2,4]))).CustomerMergeScreen),Sl=Q(async()=>(await q(async()=>{let{AccountScreen:e}=await import(`./account-BmRj6Rf9.js`);return{AccountScreen:e}},__vite__mapDeps([19,1,3,2,4]))).AccountScreen),Cl=Q(async()=>(await tl()).TeamScreen),wl=Q(async()=>(await tl()).TokensScreen),Tl=Q(async()=>(await tl()).TokenNewScreen),El=Q(async()=>(await tl()).WebhooksScreen),Dl=Q(async()=>(await tl()).WebhookNewScreen),Ol=Q(async()=>(await tl()).WebhookScreen),kl=Q(async()=>(await tl()).DeadLettersScreen),Al=Q(async()=>(await q(async()=>{let{MovingScreen:e}=await import(`./moving-BltsBuS3.js`);return{MovingScreen:e}},__vite__mapDeps([20,1,3,2,4,21]))).MovingScreen),jl=Q(async()=>(await nl()).SettingsScreen),Ml=Q(async()=>(await nl()).StatusTextScreen),Nl=Q(async()=>(await nl()).StagesScreen),Pl=Q(async()=>(await nl()).StageScreen),Fl=Q(async()=>(await nl()).CategoriesScreen),Il=Q(async()=>(await nl()).CategoryScreen),Ll=Q(async()=>{let{logInAutomatically:e,LoginScreen:t}=await q(async()=>{let{logInAutomatically:e,LoginScreen:t}=await import(`./login-DNMY2usI.js`);return{logInAutomatically:e,LoginScreen:t}},__vite__mapDeps([22,1,3,2,4,23]));return e(),t},6);async function Rl(){let e=[rl,il,al,sl,ol,ll,ul,dl,fl,ml];for(let t of e)await Ya(),await Ja(),await t.load().catch(()=>void 0)}function zl(e){return`filter`in e?rl:`search`in e?ul:e.screen===`inbox`?pl:e.screen===`overview`?ml:fl}function Bl(e){switch(e.screen){case`task`:return J(il,{at:e},`task ${e.id}`);case`task-edit`:return J(al,{at:e},`edit ${e.id}`);case`task-price`:return J(sl,{at:e},`price ${e.id}`);case`task-estimate`:return J(cl,{at:e},`estimate ${e.id}`);case`task-new`:return J(ol,{at:e},`new ${e.phone}`);case`task-taken`:return J(ll,{at:e},`taken ${e.id}`);case`task-paper`:return J(gl,{at:e},`paper ${e.id}`);case`poster`:return J(_l,{},`poster`);case`customer`:return J(dl,{at:e},`customer ${e.id}`);case`customer-chat`:return J(hl,{at:e},`chat ${e.id}`);case`customer-edit`:return J(yl,{at:e},`edit customer ${e.id}`);case`customer-new`:return J(vl,{at:e},`new customer`);case`customer-data`:return J(bl,{at:e},`data ${e.id}`);case`customer-merge`:return J(xl,{at:e},`merge ${e.id}`);case`account`:return J(Sl,{},`account`);case`team`:return J(Cl,{},`team`);case`tokens`:return J(wl,{},`tokens`);case`token-new`:return J(Tl,{},`new token`);case`webhooks`:return J(El,{},`webhooks`);case`webhook-new`:return J(Dl,{},`new webhook`);case`webhook`:return J(Ol,{at:e},`webhook ${e.id}`);case`letters`:return J(kl,{},`letters`);case`moving`:return J(Al,{},`moving`);case`settings`:return J(jl,{},`settings`);case`settings-text`:return J(Ml,{at:e},`text ${e.status}`);case`settings-stages`:return J(Nl,{},`stages`);case`settings-stage`:return J(Pl,{at:e},`stage ${e.id}`);case`settings-categories`:return J(Fl,{},`categories`);case`settings-category`:return J(Il,{at:e},`category ${e.id}`);default:return null}}var Vl=be(!0),Hl=Q(async()=>(await q(async()=>{let{PasswordDialog:e}=await import(`./password-dialog-rnlbqsbG.js`);return{PasswordDialog:e}},__vite__mapDeps([24,3,1,2,4]))).PasswordDialog,0);function Ul(){let e=K.value!==null;return Lt(()=>{document.documentElement.dataset.theme=ki.value.scheme.value}),J(x,{children:[J(nu,{}),(e||za.value)&&J(Vl.Provider,{value:e,children:J(`div`,{hidden:!e,children:J(Gl,{})})}),!e&&J(Ll,{}),e&&Pa.value&&J(Hl,{onClose:Pa.value}),J(Xc,{})]})}function Wl({screen:e}){return e===`overview`||e===`inbox`?e:e.startsWith(`task`)?`tasks`:e.startsWith(`customer`)?`customers`:`more`}function Gl(){let e=X.value,t=Wl(e),n=Bl(e);Zl();let r=ki.value;return Le(()=>r.onSettings(()=>Mc({screen:`more`})),[r]),J(`div`,{class:`screens`,"data-section":t,"data-card":n!==null,children:[J(ql,{current:t,at:e}),J(`main`,{class:`panes`,children:[J(`div`,{class:`pane pane-list`,children:[t===`overview`&&`days`in e&&J(ml,{days:e.days}),t===`inbox`&&J(pl,{}),t===`more`&&J(fl,{}),`filter`in e&&J(rl,{filter:e.filter,alone:!n}),`search`in e&&J(ul,{search:e.search,contact:e.contact,alone:!n})]},t),t!==`overview`&&t!==`inbox`&&J(`div`,{class:`pane pane-card`,children:n??J(`p`,{class:`pane-empty`,children:[J(rs,{name:t}),G(`${t}.pick`)]})})]})]})}var Kl=[{section:`overview`,icon:`overview`,title:`nav.overview`,home:()=>({screen:`overview`,days:_c[0]})},{section:`inbox`,icon:`inbox`,title:`nav.inbox`,home:()=>({screen:`inbox`})},{section:`tasks`,icon:`tasks`,title:`nav.tasks`,home:$c},{section:`customers`,icon:`customers`,title:`nav.customers`,home:()=>Oc},{section:`more`,icon:`more`,title:`nav.more`,home:()=>({screen:`more`})}];function ql({current:e,at:t}){let n=ze(new Map);return n.current.set(e,Jl(t)),Le(()=>{document.title=`${G(`nav.${e}`)} · ${Ss.value.business}`}),J(`nav`,{class:`tabs`,"aria-label":G(`nav.label`),children:[J(`span`,{class:`tabs-business wide-only`,children:Ss.value.business}),Kl.map(({section:r,icon:i,title:a,home:o})=>J(`a`,{href:Sc(r===e?wc(t):n.current.get(r)??o()),"aria-current":r===e?`page`:void 0,onClick:n=>{r===e&&wc(t)===t&&(n.preventDefault(),Xl().scrollTo({top:0}))},children:[J(`span`,{class:`tab-icon`,children:[J(rs,{name:i}),r===`inbox`&&Zo.value>0&&J(`span`,{class:`badge`,children:[ha(va.value,Zo.value),J(`span`,{class:`visually-hidden`,children:G(`nav.inbox.unfiled`)})]})]}),J(`span`,{class:`tab-title`,children:G(a)})]},r))]})}function Jl(e){return e.screen===`task`||e.screen===`customer`?e:wc(e)}function Yl(){return matchMedia(`(min-width: 900px)`).matches}function Xl(){return Yl()&&document.querySelector(`.pane-list`)||document.documentElement}function Zl(){let e=ze(new Map),t=ze(null),n=X.value,r=tu(n),i=eu(n);Le(()=>(history.scrollRestoration=`manual`,Fc(()=>{e.current.set(eu(X.value),Ql(Xl())),t.current=X.value})),[]),Re(()=>{let e=t.current;e&&`id`in e&&!(`id`in n)&&document.getElementById(`${Wl(e).slice(0,-1)}-${e.id}`)?.focus({preventScroll:!0})},[r]),Re(()=>{if(t.current)return $l(Xl(),e.current.get(i)??{top:0,offset:0})},[i])}function Ql(e){let t=[...document.querySelectorAll(`.pane-list li`)].find(e=>e.getBoundingClientRect().bottom>0);return{top:e.scrollTop,row:t?.querySelector(`a[id]`)?.id,offset:t?.getBoundingClientRect().top??0}}function $l(e,{top:t,row:n,offset:r}){let i=new AbortController,a=60,o=()=>{if(i.signal.aborted)return;let s=n&&document.getElementById(n)?.closest(`li`),c=s?s.getBoundingClientRect().top-r:t-e.scrollTop;e.scrollTop+=c,Math.abs(c)>1&&a-->0&&requestAnimationFrame(o)};for(let e of[`wheel`,`pointerdown`,`keydown`])addEventListener(e,()=>i.abort(),{signal:i.signal});return o(),()=>i.abort()}function eu(e){return Yl()?Wl(e):tu(e)}function tu(e){return`id`in e?`${e.screen} ${e.id}`:e.screen}function nu(){let e=At(!navigator.onLine);return Le(()=>{let t=()=>e.value=!navigator.onLine;return addEventListener(`online`,t),addEventListener(`offline`,t),()=>{removeEventListener(`online`,t),removeEventListener(`offline`,t)}},[]),J(`div`,{class:`offline`,role:`status`,children:e.value&&G(`error.offline.banner`)})}var ru={first:25,next:50};iu();async function iu(){await qa();let e=zl(Tc()).load();ji(),va.value=xa(Ai.language,navigator.languages,Ss.value.language),Ai.userId&&Ba(Ai.userId),location.hash.startsWith(`#/`)||history.replaceState(null,``,Sc(xc(Ai.startParam||au())??$c())),X.value=Tc(),ou(),await qa();let t=document.getElementById(`app`);t.replaceChildren(),ye(J(Ul,{}),t),await e,await qa();let{followChanges:n}=await q(async()=>{let{followChanges:e}=await Promise.resolve().then(()=>Ro);return{followChanges:e}},void 0);n(),await Ya(),la(),$o(),await Rl();let{offerHomeScreen:r,sendWhatWaits:i}=await q(async()=>{let{offerHomeScreen:e,sendWhatWaits:t}=await import(`./core-chunk-NF_tWPxC.js`);return{offerHomeScreen:e,sendWhatWaits:t}},__vite__mapDeps([0,1,2,3,4,5,6]));i(),r()}function au(){return new URLSearchParams(location.search).get(`startapp`)??``}function ou(){if(X.value.screen!==`tasks`||K.value===null)return;let e=$s(X.value.filter,Ha());sa(Vt,{filter:e,...tc(X.value.filter),first:ru.first,after:null},K.value.token),sa(Ht,nc(e),K.value.token)}export{js as $,Ue as $n,na as $t,Ys as A,rn as An,yo as At,Js as B,Zt as Bn,wa as Bt,Cc as C,bn as Cn,To as Ct,gc as D,dn as Dn,Ao as Dt,Ec as E,sn as En,Mo as Et,tc as F,Yt as Fn,Ha as Ft,Hs as G,zt as Gn,_a as Gt,Gs as H,Ht as Hn,Ta as Ht,sc as I,Kt as In,K as It,Ws as J,At as Jn,G as Jt,zs as K,Bt as Kn,va as Kt,oc as L,nn as Ln,za as Lt,ac as M,en as Mn,So as Mt,ic as N,Jt as Nn,q as Nt,rc as O,Qt as On,mo as Ot,nc as P,qt as Pn,Ga as Pt,Fs as Q,Re as Qn,aa as Qt,cc as R,Gt as Rn,Ua as Rt,Mc as S,_n as Sn,Oo as St,X as T,vn as Tn,jo as Tt,Rs as U,Vt as Un,Da as Ut,Ks as V,Ut as Vn,ka as Vt,Us as W,Rt as Wn,Ea as Wt,Bs as X,j as Xn,fa as Xt,Ls as Y,M as Yn,ya as Yt,As as Z,Le as Zn,ha as Zt,Sc as _,gn as _n,Ko as _t,qc as a,Ai as an,x as ar,xs as at,Ac as b,ln as bn,Eo as bt,Rc as c,di as cn,ms as ct,Lc as d,ui as dn,ps as dt,Qi as en,ze as er,Is as et,Hc as f,hi as fn,rs as ft,kc as g,cn as gn,Go as gt,Nc as h,hn,Wo as ht,Yc as i,ki as in,Be as ir,ys as it,$s as j,tn as jn,xo as jt,Xs as k,Xt as kn,ho as kt,zc as l,fi as ln,as as lt,Oc as m,li as mn,Jo as mt,Vl as n,qi as nn,Fe as nr,Cs as nt,Wc as o,mi as on,t as or,vs as ot,Uc as p,gi as pn,J as pt,Vs as q,N as qn,Sa as qt,el as r,Ki as rn,He as rr,Ss as rt,Q as s,pi as sn,hs as st,ru as t,Ji as tn,Ve as tr,Ps as tt,Bc as u,vi as un,fs as ut,Tc as v,fn as vn,Uo as vt,_c as w,mn as wn,No as wt,Dc as x,pn as xn,Do as xt,Pc as y,yn,ko as yt,qs as z,$t as zn,Wa as zt};