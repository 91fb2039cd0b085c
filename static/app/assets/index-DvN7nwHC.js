//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/core-chunk-C7WiXI1T.js","assets/shared-CdQMipXk.js","assets/texts-C6iC-UBJ.js","assets/core-chunk-DAyh2DZL.css","assets/team-Cdvi9ibu.js","assets/tasks-Bn4tuPHd.js","assets/overview-D7AaCcDH.js","assets/overview-CTPBwlxh.css","assets/customer-form-ZxFmj6P8.js","assets/customer-merge-Dsyi-1SO.js","assets/account-ClZvm2aQ.js","assets/login-CRlg6aDb.js","assets/login-Bc0w2ICU.css","assets/password-dialog-DBh369kd.js"])))=>i.map(i=>d[i]);
var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n,r,i,a,o,s,c,l,u,d,f,p,m=Symbol.for(`pv`),h={},g=[],_=/^m(i|n|o|s|text|space)$/,ee=Array.isArray,v=g.slice,y=Object.assign;function te(e){e&&e.parentNode&&e.remove()}function ne(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?v.call(arguments,2):n),b(e,o,r,i,null)}function b(e,t,i,a,o){var s={type:e,props:t,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:m,__v:o||++r,__i:-1,__u:0};return!o&&n.vnode&&n.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function re(e,t){if(t==null)return e.__&&re(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:re(e)}function C(e){var t,r=e.__v,i=r.__e,a=[],o=[],s=e.__P;s&&((t=y({constructor:m},r)).__v=r.__v+1,n.vnode&&n.vnode(t),E(s,t,r,e.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||re(r),32&r.__u,o),t.__v=r.__v,t.__.__k[t.__i]=t,me(a,t,o),r.__=r.__e=null,t.__e!=i&&ie(t))}function ie(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ie(e)}function w(e){(8&e.__g||(e.__g|=8,a.push(e),s++))&&o==n.debounceRendering||((o=n.debounceRendering)||queueMicrotask)(ae)}function ae(){try{for(var e,t=1;a.length;)a.length>t&&a.sort(c),e=a.shift(),t=a.length,8&e.__g&&C(e)}finally{(s=a.length)&&(o||queueMicrotask)(ae)}}function oe(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,_,ee,v=r.__k||g,y=t.length;for(c=se(n,t,v,c,y),d=0;d<y;d++)(p=n.__k[d])!=null&&(f=~p.__i&&v[p.__i]||h,p.__i=d,ee=E(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&ge(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),_||=m,4&p.__u?(c=ce(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&ee!==void 0?c=ee:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=_,c}function se(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,h=n.length,g=h,_=0,v=0,y=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=y[a]=b(null,o):ee(o)?o=y[a]=b(x,{children:o}):o.constructor===m&&o.__b?o=y[a]=b(o.type,o.props,o.key,o.ref,o.__v):y[a]=o,c=a+_,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=le(o,n,c,g))&&(g--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?_--:l==c+1?_++:l!=c&&(l>c?_--:_++,v=1)):(~l||(i>h?_--:i<h&&_++),typeof o.type!=`function`&&(o.__u|=4))):y[a]=null;if(v){for(u=[],d=[],a=0;a<i;a++)if((o=y[a])&&16&o.__u){for(_=0,f=u.length;_<f;)u[p=_+f>>1]<o.__i?_=p+1:f=p;u[_]=o.__i,d[a]=_+1}for(_=u.length;a--;)d[a]&&(d[a]==_?_--:y[a].__u|=4)}if(g)for(a=0;a<h;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=re(s)),_e(s,s));return r}function ce(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=ce(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=re(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function le(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ue(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function T(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ue(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ue(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=f[t]||(f[t]=de(t)),(e.__a||={})[t]=d,a=t!=(t=t.replace(u,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function de(e){return function(t){var r=this.__e;if(r){if(r=r[e],t[l]==null)t[l]=d++;else if(t[l]<this.__a[e])return;return r(n.event?n.event(t):t)}}}function E(e,t,r,i,a,o,s,c,l,u){var d,f,p,h,_,v,ne,b,C,ie,w,ae,se,ce,le,ue,T,de,E=t.type;if(t.constructor!==m)return null;128&r.__u&&(l=32&r.__u,d=r.__c.__z)&&(t.__u|=l,f=o=[],d.nodeType==8?c=fe(d,o):o.push(d),c=o[0]||c),(d=n.__b)&&d(t);n:if(typeof E==`function`){p=s.length;try{if(b=t.props,C=(d=E.prototype)&&d.render,ie=(d=E.contextType)&&i[d.__c],w=d?ie?ie.props.value:d.__:i,(h=r.__c)?(t.__c=h,2&h.__g&&(h.__g|=1)):(C?t.__c=h=new E(b,w):(t.__c=h=new S(b,w),h.constructor=E,h.render=ve),ie&&ie.sub(h),h.state||(h.state={}),h.__n=i,h.__g|=8,h.__h=[],h.__k=[]),C&&(h.__s||(h.__s=h.state),E.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=y({},h.__s)),y(h.__s,E.getDerivedStateFromProps(b,h.__s)))),_=h.props,v=h.state,h.__v=t,r.__c){if(b!==_&&C&&!E.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,w),t.__v==r.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&!1===h.shouldComponentUpdate(b,h.__s,w)){t.__v!=r.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),t.__e=r.__e,t.__k=r.__k,t.__k.some(function(e){e&&(e.__=t)}),g.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),c=re(r);break n}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,w),C&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(_,v,ne)})}else C&&!E.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),C&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=b,h.__P=e,h.__g&=-5,ae=n.__r,se=C?25:0;do h.__g&=-9,ae&&ae(t),d=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++se<25);C&&(g.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(i=y({},i,h.getChildContext())),C&&r.__c&&h.getSnapshotBeforeUpdate&&(ne=h.getSnapshotBeforeUpdate(_,v)),ce=d&&d.type===x&&d.key==null?d.props.children:d,b.__P&&(d=c,a=(e=b.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=e&&(r.__k.some(function(e){e&&_e(e,e)}),r.__k=null),c=r.__k?re(r,0):null),c=oe(e,ee(ce)?ce:[ce],t,r,i,a,o,s,c,l,u),b.__P&&(t.__e=null,c=d),t.__u&=-161,f&&f.some(te),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(e){if(s.length=p,t.__v=null,l||o){if(e&&e.then){if(t.__u|=128|l,o){for(~(T=o.indexOf(c||void 0))||(T=o.length);(de=o[T-1])&&de.nodeType==8;)T--;for(;T<o.length;T++)if(de=o[T]){if(o[T]=null,le){if(de==ue)break}else{if(de.nodeType!=8)break;de.data.startsWith(`$s`)&&(ue=fe(le=de))}}}if(!le){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;le=c}(d=fe(le=t.__c.__z||(t.__c.__z=le)))?(t.__e=le,c=d):t.__e=c,c&&=c.nextSibling}else o&&o.some(te)}else t.__e=r.__e;t.__k||=r.__k||[],e&&e.then||pe(t),n.__e(e,t,r)}}else c=t.__e=he(r.__e,t,r,i,a,o,s,l,u,e);return(d=n.diffed)&&d(t),c}function fe(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function pe(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(pe))}function me(e,t,r){for(var i=0;i<r.length;)ge(r[i++],r[i++],r[i++]);n.__c&&n.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){n.__e(e,t.__v)}})}function he(e,t,r,i,a,o,s,c,l,u){var d,f,p,m,g,y,ne,b,x=r.props||h,S=t.props,C=t.type;if(C==`svg`?a=`http://www.w3.org/2000/svg`:C==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((g=o[d])&&(C?g.localName==C:g.nodeType==3)){e=g,o[d]=null;break}}if(!e){if(b=u.ownerDocument||document,!C)return b.createTextNode(S);e=b.createElementNS(a,C,S.is?S:u),c&&=(n.__m&&n.__m(t,o),!1),o=null}if(C){if(u=C==`template`&&e.content||e,o=C==`textarea`&&S.defaultValue!=null?null:o&&v.call(u.childNodes),!c&&o)for(x={},d=0;d<e.attributes.length;d++)x[(g=e.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||T(e,d,null,g,a);for(d in S)g=S[d],d==`children`?m=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?y=g:d==`checked`?ne=g:c&&typeof g!=`function`||x[d]===g||T(e,d,g,x[d],a);f?(c||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(C==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&_.test(C))&&(a=`http://www.w3.org/1999/xhtml`),oe(u,ee(m)?m:[m],t,r,i,a,o,s,o?o[0]:r.__k&&re(r,0),c,l),o&&o.some(te)),c&&C!=`textarea`||(d=`value`,C==`progress`&&y==null?e.removeAttribute(d):y==null||y===e[d]&&(C!=`progress`||y)||T(e,d,y,x[d],a),d=`checked`,ne!=null&&ne!=e[d]&&T(e,d,ne,x[d],a))}else x===S||c&&e.data==S||(e.data=S);return e}function ge(e,t,r,i){try{typeof e==`function`?t?t.__x=e(t)||1:(i&&=i.__c||i.__e)&&(t=i.__x)&&(i.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){n.__e(e,r)}}function _e(e,t,r){var i,a,o,s;if(n.unmount&&n.unmount(e),!(i=e.ref)||i.current&&i.current!=e.__e||ge(i,null,t,e),i=e.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){n.__e(e,t)}i.__P=i.__n=null}if(i=e.__k)for(s=0;s<i.length;s++)i[s]&&_e(i[s],t,typeof e.type!=`function`||r&&!e.props.__P);!r&&(i=e.__c)&&(i=i.__z)&&(a=fe(i,o=[]))&&(i==e.__e&&o.some(te),te(a),te(i)),r||te(e.__e),e.__e=e.__c=e.__=null}function ve(e,t,n){return this.constructor(e,n)}function ye(e,t){var r,i,a,o;n.__&&n.__(e,t),t.nodeType==9&&(t=t.documentElement),i=(r=e&&32&e.__u)?null:t.__k,t.__k=b(x,{children:[e]}),a=[],o=[],E(t,t.__k,i||h,h,t.namespaceURI,i?null:t.firstChild?v.call(t.childNodes):null,a,i?i.__e:t.firstChild,r,o),me(a,t.__k,o),t.__k.props.children=null}function be(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,w(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+p++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}n={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw s=0,e}},r=0,i=function(e){return e!=null&&e.constructor===m},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=y({},this.state)),typeof e==`function`&&(e=e(y({},n),this.props)),e&&(y(n,e),this.__v&&(t&&this.__k.push(t),w(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),w(this))},S.prototype.render=x,a=[],s=0,c=function(e,t){return e.__v.__b-t.__v.__b},l=Symbol(),u=/(PointerCapture)$|Capture$/i,d=0,f={},p=0;var xe,D,Se,Ce,we=Object.is,Te=0,Ee=[],De=[],O=n,Oe=O.__b,ke=O.__r,Ae=O.diffed,je=O.__c,Me=O.unmount,Ne=O.__;function Pe(e,t){O.__h&&O.__h(D,e,Te||t),Te=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Fe(e){return Te=1,Ie(Ze,e)}function Ie(e,t,n){var r=Pe(xe++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Ze(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);we(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,we(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Le(e,t){var n=Pe(xe++,3);!O.__s&&Xe(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function Re(e,t){var n=Pe(xe++,4);!O.__s&&Xe(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,D.__h.push(n))}function ze(e){return Te=5,Be(function(){return{current:e}},[])}function Be(e,t){var n=Pe(xe++,7);return Xe(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ve(e,t){return Te=8,Be(function(){return e},t)}function He(e){var t=D.context[e.__c],n=Pe(xe++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(D)),t.props.value):e.__}function Ue(){var e=Pe(xe++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function We(){var e;do{for(;e=De.shift();)try{Je(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ee.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Je),t.__h.some(Ye),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(De.length)}O.__b=function(e){D=null,Oe&&Oe(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ne&&Ne(e,t)},O.__r=function(e){ke&&ke(e),xe=0;var t=(D=e.__c).__H;t&&(Se==D?D.__h=[]:(t.__h.some(Je),t.__h.some(Ye),xe=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Se=D},O.diffed=function(e){Ae&&Ae(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&qe(Ee.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Se=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(Je),e.__h=e.__h.filter(function(e){return!e.__||Ye(e)})}catch(t){e.__h=[function(){throw t}]}}),je&&je(e,t)},O.unmount=function(e){Me&&Me(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,qe(De.push(r))}else Je(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Ge=typeof requestAnimationFrame==`function`;function Ke(e){var t,n=function(){clearTimeout(r),Ge&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ge&&(t=requestAnimationFrame(n))}function qe(e){e!=1&&Ce==O.requestAnimationFrame||((Ce=O.requestAnimationFrame)||Ke)(We)}function Je(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function Ye(e){var t=D;e.__c=e.__(),D=t}function Xe(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!we(t,e[n])})}function Ze(e,t){return typeof t==`function`?t(e):t}var Qe=Symbol.for(`preact-signals`);function $e(){if(A>1)A--;else{var e,t=!1;for((function(){var e=st;for(st=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();rt!==void 0;){var n=rt;for(rt=void 0,it++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&ut(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(it=0,A--,t)throw e}}function et(e){if(A>0)return e();ot=++at,A++;try{return e()}finally{$e()}}var tt,k=void 0;function nt(e){var t=k,n=tt;k=void 0,tt=void 0;try{return e()}finally{k=t,tt=n}}var rt=void 0,A=0,it=0,at=0,ot=0,st=void 0,ct=0;function lt(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function j(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}j.prototype.brand=Qe,j.prototype.h=function(){return!0},j.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?nt(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},j.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&nt(function(){var e;(e=t.Z)==null||e.call(t)}))}},j.prototype.subscribe=function(e){var t=this;return N(function(){var n=t.value;nt(function(){return e(n)})},{name:`sub`})},j.prototype.valueOf=function(){return this.value},j.prototype.toString=function(){return this.value+``},j.prototype.toJSON=function(){return this.value},j.prototype.peek=function(){var e=this;return nt(function(){return e.value})},Object.defineProperty(j.prototype,"value",{get:function(){var e=lt(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(it>100)throw Error(`Cycle detected`);(function(e){A!==0&&it===0&&e.l!==ot&&(e.l=ot,st={S:e,v:e.v,i:e.i,o:st})})(this),this.v=e,this.i++,ct++,A++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{$e()}}}});function M(e,t){return new j(e,t)}function ut(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function dt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function ft(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function pt(e,t){j.call(this,void 0,t),this.x=e,this.s=void 0,this.g=ct-1,this.f=4}pt.prototype=new j,pt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===ct))return!0;if(this.g=ct,this.f|=1,this.i>0&&!ut(this))return this.f&=-2,!0;var e=k;try{dt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,ft(this),this.f&=-2,!0},pt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}j.prototype.S.call(this,e)},pt.prototype.U=function(e){if(this.t!==void 0&&(j.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},pt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(pt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=lt(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function mt(e,t){return new pt(e,t)}function ht(e){var t=e.j;if(e.j=void 0,typeof t==`function`){A++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,gt(e),t}finally{k=n,$e()}}}function gt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,ht(e)}function _t(e){if(k!==this)throw Error(`Out-of-order effect`);ft(this),k=e,this.f&=-2;try{8&this.f&&gt(this)}finally{$e()}}function vt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,tt&&tt.push(this)}vt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},vt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,ht(this),dt(this),A++;var e=k;return k=this,_t.bind(this,e)},vt.prototype.N=function(){2&this.f||(this.f|=2,this.u=rt,rt=this)},vt.prototype.d=function(){this.f|=8,1&this.f||gt(this)},vt.prototype.dispose=function(){this.d()};function N(e,t){var n=new vt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var yt,bt,xt,St=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,Ct=[],wt=[];N(function(){yt=this.N})();function Tt(e,t){n[e]=t.bind(null,n[e]||function(){})}function Et(e){if(xt){var t=xt;xt=void 0,t()}xt=e&&e.S()}function Dt(e){var t=this,n=e.data,r=kt(n);r.name=`ReactiveDom`,r.value=n;var a=Be(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var a=mt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),o=mt(function(){return!Array.isArray(a.value)&&!i(a.value)}),s=N(function(){if(this.N=Ft,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}Dt.displayName=`ReactiveTextNode`,Object.defineProperties(j.prototype,{constructor:{configurable:!0,value:ne(x,null).constructor},type:{configurable:!0,value:Dt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Tt(`__b`,function(e,t){if(Et(),bt=void 0,typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof j&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Tt(`__r`,function(e,t){if(e(t),t.type!==x){Et();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return N(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;St&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),bt=r,Et(n)}}),Tt(`__e`,function(e,t,n,r){Et(),bt=void 0,e(t,n,r)}),Tt(`diffed`,function(e,t){Et(),bt=void 0;var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Ot(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Ot(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=M(n);return{o:function(e,t){a.value=e,r=t},d:N(function(){this.N=Ft;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}Tt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Tt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function kt(e,t){return Be(function(){return M(e,t)},[])}var At=typeof requestAnimationFrame>`u`?setTimeout:function(e){var t=function(){clearTimeout(n),cancelAnimationFrame(r),e()},n=setTimeout(t,35),r=requestAnimationFrame(t)},jt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Mt(){et(function(){for(var e;e=Ct.shift();)yt.call(e)})}function Nt(){Ct.push(this)===1&&(n.requestAnimationFrame||At)(Mt)}function Pt(){et(function(){for(var e;e=wt.shift();)yt.call(e)})}function Ft(){wt.push(this)===1&&(n.requestAnimationFrame||jt)(Pt)}function It(e,t){var n=ze(e);n.current=e;var r=bt;Le(function(){return N(function(){if(this.N=Nt,!(r&&8&r.__$f))return n.current()},t)},[])}var P=((e,t=[])=>e+t.join(``)),Lt=P(`
  fragment CustomerFields on CustomerType {
    __typename
    id
    telegramId
    phone
    name
    reachable
    verified
  }
`),Rt=P(`
  fragment TaskFields on TaskType {
    __typename
    id
    createdAt
    category
    status
    description
    awaitingReplySince
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
`,[Lt]),zt=P(`
  query TaskPage($filter: TaskFilter, $first: Int, $after: String) {
    tasks(first: $first, after: $after, filter: $filter) {
      nodes {
        ...TaskFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`,[Rt]),Bt=P(`
  query TaskCounts($awaiting: TaskFilter, $accepted: TaskFilter, $inProgress: TaskFilter, $ready: TaskFilter) {
    awaiting: tasks(filter: $awaiting) {
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
`),Vt=P(`
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
  }
`),Ht=P(`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
    createdTime
    source
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
`,[Rt,Vt]),Ut=P(`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
`,[Ht]),Wt=P(`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
`,[Lt]),Gt=P(`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`),Kt=P(`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
`,[Rt]),qt=P(`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Ht]),Jt=P(`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`),Yt=P(`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Ht]),Xt=P(`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        ...NotificationFields
      }
    }
  }
`,[Vt]),Zt=P(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`),Qt=P(`
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
`,[P(`
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
`),Vt,Lt]),$t=P(`
  fragment ThreadPage on MessageConnection {
    nodes {
      ...MessageFields
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
`,[Qt]),en=P(`
  query TaskThread($id: ID!, $last: Int!, $before: String) {
    taskById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[$t]),tn=P(`
  query CustomerThread($id: ID!, $last: Int!, $before: String) {
    customerById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`,[$t]),nn=P(`
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
`,[Qt]),rn=P(`
  query InboxCount {
    inbox(first: 1) {
      totalCount
    }
  }
`),an=P(`
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
`),on=P(`
  mutation FileMessage($id: ID!, $taskId: ID) {
    fileMessage(id: $id, taskId: $taskId) {
      message {
        ...MessageFields
      }
    }
  }
`,[Qt]),sn=P(`
  mutation MuteCustomer($id: ID!, $muted: Boolean!) {
    muteCustomer(id: $id, muted: $muted) {
      customer {
        __typename
        id
        mutedAt
      }
    }
  }
`),cn=P(`
  mutation SendMessage($taskId: ID, $customerId: ID, $text: String, $fileIds: [ID!]) {
    sendMessage(taskId: $taskId, customerId: $customerId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[Qt]),ln=P(`
  mutation AddNote($taskId: ID!, $text: String, $fileIds: [ID!]) {
    addNote(taskId: $taskId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`,[Qt]),un=P(`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(id: $id) {
      id
    }
  }
`),dn=P(`
  mutation NoReplyNeeded($taskId: ID, $customerId: ID) {
    noReplyNeeded(taskId: $taskId, customerId: $customerId) {
      task {
        __typename
        id
        awaitingReplySince
      }
    }
  }
`),fn=P(`
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
`),pn=P(`
  mutation ForwardFile($id: ID!) {
    forwardFile(id: $id) {
      file {
        __typename
        id
      }
    }
  }
`),mn=P(`
  mutation MakePhotoLink($taskId: ID!, $label: FileLabel) {
    photoLink(taskId: $taskId, label: $label) {
      url
    }
  }
`),hn={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},gn=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},F,I;function L(e){return new gn(`Syntax Error: Unexpected token at ${I} in ${e}`)}function _n(e){if(e.lastIndex=I,e.test(F))return F.slice(I,I=e.lastIndex)}var vn=/ +(?=[^\s])/y;function yn(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)vn.lastIndex=0,vn.test(t[o])&&(o&&(!r||vn.lastIndex<r)&&(r=vn.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function R(){for(var e=0|F.charCodeAt(I++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|F.charCodeAt(I++))if(e===35)for(;(e=0|F.charCodeAt(I++))&&e!==10&&e!==13;);I--}function bn(){for(var e=I,t=0|F.charCodeAt(I++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|F.charCodeAt(I++));if(e===I-1)throw L(`Name`);var n=F.slice(e,--I);return R(),n}function z(){return{kind:`Name`,value:bn()}}var xn=/(?:"""|(?:[\s\S]*?[^\\])""")/y,Sn=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function Cn(e){var t;switch(F.charCodeAt(I)){case 91:I++,R();for(var n=[];F.charCodeAt(I)!==93;)n.push(Cn(e));return I++,R(),{kind:`ListValue`,values:n};case 123:I++,R();for(var r=[];F.charCodeAt(I)!==125;){var i=z();if(F.charCodeAt(I++)!==58)throw L(`ObjectField`);R(),r.push({kind:`ObjectField`,name:i,value:Cn(e)})}return I++,R(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw L(`Variable`);return I++,{kind:`Variable`,name:z()};case 34:if(F.charCodeAt(I+1)===34&&F.charCodeAt(I+2)===34){if(I+=3,(t=_n(xn))==null)throw L(`StringValue`);return R(),{kind:`StringValue`,value:yn(t.slice(0,-3)),block:!0}}var a=I,o;I++;var s=!1;for(o=0|F.charCodeAt(I++);o===92&&(I++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|F.charCodeAt(I++));if(o!==34)throw L(`StringValue`);return t=F.slice(a,I),R(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=I++,l;(l=0|F.charCodeAt(I++))>=48&&l<=57;);var u=F.slice(c,--I);if((l=F.charCodeAt(I))===46||l===69||l===101){if((t=_n(Sn))==null)throw L(`FloatValue`);return R(),{kind:`FloatValue`,value:u+t}}return R(),{kind:`IntValue`,value:u};case 110:if(F.charCodeAt(I+1)===117&&F.charCodeAt(I+2)===108&&F.charCodeAt(I+3)===108)return I+=4,R(),{kind:`NullValue`};break;case 116:if(F.charCodeAt(I+1)===114&&F.charCodeAt(I+2)===117&&F.charCodeAt(I+3)===101)return I+=4,R(),{kind:`BooleanValue`,value:!0};break;case 102:if(F.charCodeAt(I+1)===97&&F.charCodeAt(I+2)===108&&F.charCodeAt(I+3)===115&&F.charCodeAt(I+4)===101)return I+=5,R(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:bn()}}function wn(e){if(F.charCodeAt(I)===40){var t=[];I++,R();do{var n=z();if(F.charCodeAt(I++)!==58)throw L(`Argument`);R(),t.push({kind:`Argument`,name:n,value:Cn(e)})}while(F.charCodeAt(I)!==41);return I++,R(),t}}function Tn(e){if(F.charCodeAt(I)===64){var t=[];do I++,t.push({kind:`Directive`,name:z(),arguments:wn(e)});while(F.charCodeAt(I)===64);return t}}function En(){for(var e=0;F.charCodeAt(I)===91;)e++,I++,R();var t={kind:`NamedType`,name:z()};do if(F.charCodeAt(I)===33&&(I++,R(),t={kind:`NonNullType`,type:t}),e){if(F.charCodeAt(I++)!==93)throw L(`NamedType`);R(),t={kind:`ListType`,type:t}}while(e--);return t}function Dn(){if(F.charCodeAt(I++)!==123)throw L(`SelectionSet`);return R(),On()}function On(){var e=[];do if(F.charCodeAt(I)===46){if(F.charCodeAt(++I)!==46||F.charCodeAt(++I)!==46)throw L(`SelectionSet`);switch(I++,R(),F.charCodeAt(I)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:Tn(!1),selectionSet:Dn()});break;case 111:F.charCodeAt(I+1)===110?(I+=2,R(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:z()},directives:Tn(!1),selectionSet:Dn()})):e.push({kind:`FragmentSpread`,name:z(),directives:Tn(!1)});break;case 123:I++,R(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:On()});break;default:e.push({kind:`FragmentSpread`,name:z(),directives:Tn(!1)})}}else{var t=z(),n=void 0;F.charCodeAt(I)===58&&(I++,R(),n=t,t=z());var r=wn(!1),i=Tn(!1),a=void 0;F.charCodeAt(I)===123&&(I++,R(),a=On()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(F.charCodeAt(I)!==125);return I++,R(),{kind:`SelectionSet`,selections:e}}function kn(){if(R(),F.charCodeAt(I)===40){var e=[];I++,R();do{var t=void 0;if(F.charCodeAt(I)===34&&(t=Cn(!0)),F.charCodeAt(I++)!==36)throw L(`Variable`);var n=z();if(F.charCodeAt(I++)!==58)throw L(`VariableDefinition`);R();var r=En(),i=void 0;F.charCodeAt(I)===61&&(I++,R(),i=Cn(!0)),R();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:Tn(!0)};t&&(a.description=t),e.push(a)}while(F.charCodeAt(I)!==41);return I++,R(),e}}function An(e){var t=z();if(F.charCodeAt(I++)!==111||F.charCodeAt(I++)!==110)throw L(`FragmentDefinition`);R();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:z()},directives:Tn(!1),selectionSet:Dn()};return e&&(n.description=e),n}function jn(){var e=[];do{var t=void 0;if(F.charCodeAt(I)===34&&(t=Cn(!0)),F.charCodeAt(I)===123){if(t)throw L(`Document`);I++,R(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:On()})}else{var n=bn();switch(n){case`fragment`:e.push(An(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=F.charCodeAt(I))!==40&&r!==64&&r!==123&&(i=z());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:kn(),directives:Tn(!1),selectionSet:Dn()};t&&(a.description=t),e.push(a);break;default:throw L(`Document`)}}}while(I<F.length);return e}function Mn(e,t){return F=e.body?e.body:e,I=0,R(),t&&t.noLocation?{kind:`Document`,definitions:jn()}:{kind:`Document`,definitions:jn(),loc:{start:0,end:F.length,startToken:void 0,endToken:void 0,source:{body:F,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function B(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function Nn(e){return JSON.stringify(e)}function Pn(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var V=`
`,H={OperationDefinition(e){var t=``;e.description&&(t+=H.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+B(e.variableDefinitions,`, `,H.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive));var n=H.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=H.StringValue(e.description)+` `),t+=H.Variable(e.variable)+`: `+Fn(e.type),e.defaultValue&&(t+=` = `+Fn(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=B(e.arguments,`, `,H.Argument);t.length+n.length+2>80?t+=`(`+(V+=`  `)+B(e.arguments,V,H.Argument)+(V=V.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+H.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?Pn(e.value).replace(/\n/g,V):Nn(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+B(e.values,`, `,Fn)+`]`,ObjectValue:e=>`{`+B(e.fields,`, `,H.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+Fn(e.value),Document(e){return!e.definitions||!e.definitions.length?``:B(e.definitions,`

`,Fn)},SelectionSet:e=>`{`+(V+=`  `)+B(e.selections,V,Fn)+(V=V.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+Fn(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t+=` `+H.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=H.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t+` `+H.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+B(e.arguments,`, `,H.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+Fn(e.type)+`]`,NonNullType:e=>Fn(e.type)+`!`},Fn=e=>H[e.kind](e);function In(e){return V=`
`,H[e.kind]?H[e.kind](e):``}var Ln=()=>{},U=Ln;function W(e){return{tag:0,0:e}}function Rn(e){return{tag:1,0:e}}var zn=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,Bn=e=>e;function G(e){return t=>n=>{var r=U;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function Vn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(Rn(e(t[0])))}))}function Hn(e){return t=>n=>{var r=[],i=U,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=U;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(W((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function Un(e){return Hn(Bn)(e)}function Wn(e){return Un(nr(e))}function Gn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(W((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Kn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(W((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function qn(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function Jn(e){var t=[],n=U,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(W((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function Yn(e){return t=>n=>{var r=U,i=U,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=U),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(W((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function Xn(e){return t=>n=>{var r=U,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(W((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Zn(e){return t=>n=>{var r=U,i=U,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(W((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Qn(e,t){return n=>r=>{var i=U,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function $n(e){return t=>e()(t)}function er(e){return t=>{var n=e[zn()]&&e[zn()]()||e,r=!1,i=!1,a=!1,o;t(W((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(Rn(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function tr(e){return e[zn()]?er(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(W((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(Rn(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var nr=tr;function rr(e){return t=>{var n=!1;t(W((r=>{r===1?n=!0:n||(n=!0,t(Rn(e)),t(0))})))}}function ir(e){return t=>{var n=!1,r=e({next(e){n||t(Rn(e))},complete(){n||(n=!0,t(0))}});t(W((e=>{e===1&&!n&&(n=!0,r())})))}}function ar(){var e,t;return{source:Jn(ir((n=>(e=n.next,t=n.complete,Ln)))),next(t){e&&e(t)},complete(){t&&t()}}}function or(e){return t=>{var n=U,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function sr(e){or((e=>{}))(e)}function cr(e){return new Promise((t=>{var n=U,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var lr=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},ur=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new gn(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new gn(e),dr=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(ur),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},fr=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},pr=new Set,mr=new WeakMap,hr=(e,t)=>{if(e===null||pr.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return hr(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=hr(e[r],t)||`null`;return n+=`]`}if(!t&&(yr!==vr&&e instanceof yr||br!==vr&&e instanceof br))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=mr.get(e)||Math.random().toString(36).slice(2);return mr.set(e,o),hr({__key:o},t)}pr.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=hr(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=hr(a[c],t)+`:`+u)}return pr.delete(e),s+=`}`},gr=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||pr.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)gr(e,`${t}.${r}`,n[r]);else if(n instanceof yr||n instanceof br)e.set(t,n);else for(var a in pr.add(n),n)gr(e,`${t}.${a}`,n[a])}},_r=(e,t)=>(pr.clear(),hr(e,t||!1)),vr=class{},yr=typeof File<`u`?File:vr,br=typeof Blob<`u`?Blob:vr,xr=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Sr=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Cr=(e,t)=>t%2==0?e.replace(Sr,`
`):e,wr=e=>e.split(xr).map(Cr).join(``).trim(),Tr=new Map,Er=new Map,Dr=e=>{var t;return typeof e==`string`?t=wr(e):e.loc&&Er.get(e.__key)===e?t=e.loc.source.body:(t=Tr.get(e)||wr(In(e)),Tr.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Or=e=>{var t;if(e.documentId)t=fr(e.documentId);else if(t=fr(Dr(e)),e.definitions){var n=jr(e);n&&(t=fr(`\n# ${n}`,t))}return t},kr=e=>{var t,n;return typeof e==`string`?(t=Or(e),n=Er.get(t)||Mn(e,{noLocation:!0})):(t=e.__key||Or(e),n=Er.get(t)||e),n.loc||Dr(n),n.__key=t,Er.set(t,n),n},Ar=(e,t,n)=>{var r=t||{},i=kr(e),a=_r(r,!0),o=i.__key;return a!==`{}`&&(o=fr(a,o)),{key:o,query:i,variables:r,extensions:n}},jr=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===hn.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},Mr=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new dr({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},Nr=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=Nr(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=Nr(e[i],t[i]);return e}}return t},Pr=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=Nr(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=Nr(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new dr({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},Fr=(e,t,n)=>({operation:e,data:void 0,error:new dr({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function Ir(e){var t={query:void 0,documentId:void 0,operationName:jr(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Dr(e.query)),t}var Lr=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=Rr(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?_r(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},Rr=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},zr=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=_r(t),r=(e=>{var t=new Map;return(yr!==vr||br!==vr)&&(pr.clear(),gr(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,_r({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},Br=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=zr(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},Vr=/boundary="?([^=";]+)"?/i,Hr=/data: ?([^\n]+)/;async function*Ur(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*Wr(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*Gr(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(Vr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of Wr(Ur(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of Wr(Ur(e),`

`)){var r=n.match(Hr);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?Pr(i,l,a,c):Mr(e,l,a),r=!1,yield i,r=!0;i||(yield i=Mr(e,{},a))}catch(t){if(!r)throw t;yield Fr(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function Kr(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),Gn((()=>{r&&r.abort()}))(G((e=>!!e))(er(Gr(e,t,n))))}function qr(e){var t=t=>e(t);return t.toPromise=()=>cr(Xn(1)(G((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>or(e)(t),t}function Jr(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var Yr=()=>{},Xr=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>Wn([Hn((n=>{var{key:i}=n;return Zn(G((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(Ir(t),t);return ir((e=>{var i=!1,a,o;function s(n){e.next(o=o?Pr(o,n):Mr(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(Fr(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(Jr(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(G((e=>e.kind!==`teardown`&&a(e)))(t)),i(G((e=>e.kind===`teardown`||!a(e)))(t))])},Zr=({forward:e,dispatchDebug:t})=>t=>Wn([Hn((e=>{var n=Ir(e),r=Lr(e,n),i=Br(e,n);return Zn(G((t=>t.kind===`teardown`&&t.key===e.key))(t))(Kr(e,r,i))}))(G((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(G((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),Qr=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return Jn(e(Jn(t)))},dispatchDebug(e){}})),n),$r=({dispatchDebug:e})=>e=>G((e=>!1))(e),ei=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=ar();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Zn(G((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(G((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?Yn((t=>{var n=rr(t);return t.stale||t.hasNext?n:Wn([n,Vn((()=>(t.stale=!0,t)))(Xn(1)(G((t=>t.key===e.key))(c.source)))])}))(t):Qn((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?qn((()=>{l(e)}))(t):Gn((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Jr(`teardown`,e,e.context))}))(Kn((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),Jn(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Jr(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?qr(f(e)):qr($n((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=qn((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?Yn(rr)(Wn([t,G((t=>t===r.get(e.key)))(rr(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return or((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Ar(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Ar(e,t),n),mutation:(e,t,n)=>m.executeMutation(Ar(e,t),n)}),h=Yr,g=Jn(Qr(t.exchanges)({client:m,dispatchDebug:h,forward:$r({dispatchDebug:h})})(c.source));return sr(g),m},ti=(e,t)=>Jr(e.kind,e,{...e.context,authAttempt:t});function ni(e){return({client:t,forward:n})=>{var r=new Set,i=ar(),a=ar(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(Fr(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Ar(e,n),a);return cr(Xn(1)(G((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(qn((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return Jr(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,ti(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(G(Boolean)(Vn((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,ti(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(ti(e,!1))))(Wn([i.source,d]))));return Wn([a.source,G((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var ri=P(`
  fragment SessionFields on ObtainJSONWebToken {
    success
    errors
    token
    refreshToken
    deviceToken
  }
`),ii=P(`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`),ai=P(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      ...SessionFields
    }
  }
`,[ri]),oi=P(`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      ...SessionFields
    }
  }
`,[ri]),si=P(`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),ci=P(`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`),li=P(`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      ...SessionFields
    }
  }
`,[ri]),ui=P(`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      ...SessionFields
    }
  }
`,[ri]),di=P(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`);function fi(){let e=matchMedia(`(prefers-color-scheme: dark)`),t=M(e.matches?`dark`:`light`);return e.addEventListener(`change`,()=>t.value=e.matches?`dark`:`light`),{inTelegram:!1,initData:``,userId:0,startParam:``,language:void 0,scheme:t,mainButton:null,backButton:null,onSettings(){},haptic(){},confirm:mi,openTelegramLink(e){open(e,`_blank`,`noopener`)},download(e,t){let n=document.createElement(`a`);n.href=e,n.download=t,n.click()},confirmClosing(e){e?addEventListener(`beforeunload`,pi):removeEventListener(`beforeunload`,pi)}}}function pi(e){e.preventDefault()}function mi(e){let t=document.createElement(`dialog`);t.className=`confirm`,t.setAttribute(`role`,`alertdialog`),t.setAttribute(`aria-labelledby`,`confirm-title`),t.setAttribute(`aria-describedby`,`confirm-text`);let n=document.createElement(`h2`);n.id=`confirm-title`,n.textContent=e.title;let r=document.createElement(`p`);r.id=`confirm-text`,r.textContent=e.text;let i=document.createElement(`div`);i.className=`confirm-buttons`;let a=hi(e.no,`confirm-no`,()=>t.close(`no`)),o=hi(e.yes,`confirm-yes`,()=>t.close(`yes`));return a.autofocus=!0,i.append(a,o),t.append(n,r,i),document.body.append(t),new Promise(e=>{t.addEventListener(`close`,()=>{t.remove(),e(t.returnValue===`yes`)}),t.addEventListener(`click`,e=>{e.target===t&&t.close(`no`)}),t.showModal()})}function hi(e,t,n){let r=document.createElement(`button`);return r.type=`button`,r.className=t,r.textContent=e,r.addEventListener(`click`,n),r}var K=fi();async function gi(){if(!_i(location.hash,sessionStorage))return;let e=await vi(`https://telegram.org/js/telegram-web-app.js`);e&&(K=yi(e))}function _i(e,t){return/[#&?]tgWebApp(Data|Version)=/.test(e)||t.getItem(`__telegram__initParams`)!==null}function vi(e){return new Promise(t=>{let n=document.createElement(`script`);n.src=e,n.onload=()=>t(globalThis.Telegram?.WebApp??null),n.onerror=()=>t(null),setTimeout(t,5e3,null),document.head.append(n)})}function yi(e){let t=fi(),n=M(e.colorScheme);return e.onEvent(`themeChanged`,()=>n.value=e.colorScheme),e.isVersionAtLeast(`6.1`)&&(e.setHeaderColor(`secondary_bg_color`),e.setBackgroundColor(`secondary_bg_color`)),e.isVersionAtLeast(`7.7`)&&e.disableVerticalSwipes(),e.expand(),e.ready(),{inTelegram:!0,initData:e.initData,userId:e.initDataUnsafe.user?.id??0,startParam:e.initDataUnsafe.start_param??``,language:e.initDataUnsafe.user?.language_code,scheme:n,mainButton:bi(e.MainButton),backButton:e.isVersionAtLeast(`6.1`)?xi(e.BackButton):null,onSettings(t){e.isVersionAtLeast(`7.0`)&&(e.SettingsButton.onClick(t),e.SettingsButton.show())},haptic(t){e.isVersionAtLeast(`6.1`)&&(t===`selection`?e.HapticFeedback.selectionChanged():e.HapticFeedback.notificationOccurred(t))},confirm(n){return e.isVersionAtLeast(`6.2`)?new Promise(t=>{e.showPopup({title:n.title.slice(0,64),message:n.text.slice(0,256),buttons:[{id:`yes`,type:`destructive`,text:n.yes},{id:`no`,type:`default`,text:n.no}]},e=>t(e===`yes`))}):t.confirm(n)},openTelegramLink(n){e.isVersionAtLeast(`6.1`)?e.openTelegramLink(n):t.openTelegramLink(n)},download(t,n){let r=new URL(t,location.href).href;e.isVersionAtLeast(`8.0`)?e.downloadFile({url:r,file_name:n}):e.openLink(r)},confirmClosing(t){e.isVersionAtLeast(`6.2`)&&(t?e.enableClosingConfirmation():e.disableClosingConfirmation())}}}function bi(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show({text:r,enabled:i,busy:a,onClick:o}){n(),t=o,e.onClick(o),e.setParams({text:r,is_active:i&&!a,is_visible:!0}),a?e.showProgress(!1):e.hideProgress()},hide(){n(),e.hideProgress(),e.hide()}}}function xi(e){let t=null,n=()=>{t&&e.offClick(t),t=null};return{show(r){n(),t=r,e.onClick(r),e.show()},hide(){n(),e.hide()}}}var Si=class{known=new Map;guesses=new Map;learn(e,t){Ci(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))Ei(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Ci(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Ti(t)?this.mergeObject(Ti(e)&&wi(e)===wi(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(wi(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Ei(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Ci(e,t){if(Array.isArray(e))return e.forEach(e=>Ci(e,t));if(!Ti(e))return;let n=wi(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Ci(e,t))}function wi({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Ti(e){return typeof e==`object`&&!!e}function Ei(e){return Ti(e)&&`nodes`in e}var Di=({client:e,forward:t})=>{let n=new Si,r=new Map,i=new Map,a=new Set,o=ar(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(Jr(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Oi(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?Jr(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),ki(e)&&i.forEach(d),f}return e=>{let n=lr(e,Kn(p),Jn);return Wn([lr(n,G(f),Vn(m)),lr(n,G(e=>!f(e)),Vn(h),t,Vn(g)),o.source])}};function Oi({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function ki({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Ai=`zayavka.`,ji=new Map;function Mi(e){try{return localStorage.getItem(Ai+e)}catch{return ji.get(e)??null}}function Ni(e,t){try{localStorage.setItem(Ai+e,t)}catch{ji.set(e,t)}}function Pi(e){try{localStorage.removeItem(Ai+e)}catch{ji.delete(e)}}function Fi(e){addEventListener(`storage`,({key:t})=>{t?.startsWith(Ai)&&e(t.slice(8))})}var Ii=`devices`,Li=20;function Ri(){let e=Bi().join(`,`);return e===``?{}:{fetchOptions:{headers:{"X-Device-Token":e}}}}function zi(e){Ni(Ii,[e,...Bi().filter(t=>t!==e)].slice(0,Li).join(`,`))}function Bi(){return Mi(Ii)?.split(`,`).filter(e=>/^[\w-]+$/.test(e))??[]}var Vi=3e4,Hi=(e,t)=>{let n=new AbortController,r=()=>n.abort();return t?.signal?.addEventListener(`abort`,r),setTimeout(r,Vi),fetch(e,{...t,signal:n.signal})},Ui=new Map;function Wi(e,t,n){let r=String(e),[,i=``]=/(\w+)\(/.exec(r)??[],a=Hi(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`,Authorization:`Bearer ${n}`},body:JSON.stringify({operationName:i,query:r,variables:t})});a.catch(()=>{}),Ui.set(qi({operationName:i,variables:t}),a)}var Gi=(e,t)=>{let n=Ui.size>0?qi(JSON.parse(String(t?.body))):``,r=Ui.get(n);return Ui.delete(n),r??Hi(e,t)};function Ki(){Ui.clear()}function qi({operationName:e,variables:t}){return e+JSON.stringify(t,Ji)}function Ji(e,t){return typeof t==`object`&&t&&!Array.isArray(t)?Object.fromEntries(Object.entries(t).sort()):t}var Yi=$i((e,t={})=>new Intl.DateTimeFormat(e,t)),Xi=$i(e=>new Intl.NumberFormat(e)),Zi=$i(e=>new Intl.PluralRules(e));function Qi(e,t){return Number.isInteger(t)&&Math.abs(t)<1e3?String(t):Xi(e).format(t)}function $i(e){let t=new Map;return(n,r)=>{let i=`${n} ${JSON.stringify(r)}`,a=t.get(i);return a||t.set(i,a=e(n,r)),a}}var ea={ru:{"nav.overview":`Обзор`,"nav.inbox":`Входящие`,"nav.inbox.unfiled":`не разобрано`,"nav.tasks":`Заявки`,"nav.customers":`Клиенты`,"nav.more":`Ещё`,"nav.label":`Разделы`,"status.ACCEPTED":`Принято`,"status.IN_PROGRESS":`В работе`,"status.READY":`Готово`,"status.CLOSED":`Закрыто`,"next.IN_PROGRESS":`В работу`,"next.READY":`Готово`,"next.CLOSED":`Закрыть`,"category.CONSULTING":`Консультация`,"category.DIAGNOSIS":`Диагностика`,"category.REPAIR":`Ремонт`,"category.OTHER":`Прочее`,"action.back":`Назад`,"action.cancel":`Отмена`,"action.save":`Сохранить`,"action.edit":`Изменить`,"action.delete":`Удалить`,"action.undo":`Отменить`,"action.retry":`Повторить`,"action.close":`Закрыть`,"action.reload":`Открыть заново`,"action.call":`Позвонить {phone}`,"action.chat":`Написать в Telegram: {phone}`,"action.export":`Выгрузить в файл`,"list.more":`Показать ещё`,loading:`Загрузка`,"wait.minutes":`{count} мин`,"wait.hours":`{count} ч`,"wait.days":`{count} дн`,"day.today":`Сегодня`,"day.yesterday":`Вчера`,"day.unknown":`Без даты`,date:`{day} {month}`,"date.year":`{day} {month} {year} г.`,"month.1":`января`,"month.2":`февраля`,"month.3":`марта`,"month.4":`апреля`,"month.5":`мая`,"month.6":`июня`,"month.7":`июля`,"month.8":`августа`,"month.9":`сентября`,"month.10":`октября`,"month.11":`ноября`,"month.12":`декабря`,"tasks.title":`Заявки`,"tasks.open":{one:`{count} открытая`,few:`{count} открытые`,many:`{count} открытых`,other:`{count} открытой`},"list.arrived":{one:`Показать {count} новую`,few:`Показать {count} новые`,many:`Показать {count} новых`,other:`Показать {count} новой`},"tasks.new":`Новая заявка`,"tasks.empty.title":`Заявок пока нет`,"tasks.empty.text":`Новую заявку можно создать по любому номеру телефона.`,"tasks.nothing.title":`Ничего не нашлось`,"tasks.nothing.text":`Под эти фильтры не подходит ни одна заявка.`,"tasks.nothing.search":`По запросу «{search}» заявок нет. Попробуйте часть номера или слова, от трёх знаков.`,"tasks.noOpen.title":`Открытых заявок нет`,"tasks.answered.title":`Всем ответили`,"tasks.answered.text":`Никто из клиентов не ждёт ответа.`,"task.waits":`ждёт {span}`,"tasks.showAll":`Показать все статусы`,"tasks.pick":`Выберите заявку из списка`,"tasks.advance":`{action}: заявка {id}`,"filter.search":`Номер, телефон, имя или слова`,"filter.statuses":`Статусы`,"filter.awaiting":`Ждут ответа`,"filter.any":`Все`,"filter.more":`Фильтры`,"filter.reset":`Сбросить фильтры`,"filter.unchanged":`Без изменений с {day}`,"filter.clear":`Очистить`,"task.title":`Заявка {id}`,"task.withoutCustomer":`Без клиента`,"task.changed":`Заявка {id}: {status}`,"task.notChanged":`Заявка {id}: статус остался «{status}». {reason}`,"customers.pick":`Выберите клиента из списка`,"customer.nameless":`Без имени`,"customer.inTelegram":`Есть в Telegram`,"customer.unproven":`номер не подтверждён`,"customer.hasBlocked":`Заблокировал бота`,"more.pick":`Выберите раздел настроек`,"error.title":`Не получилось`,"error.chunk":`Этот раздел не загрузился: нет связи или вышло обновление. Откройте приложение заново.`,"error.offline":`Нет связи. Проверьте сеть и попробуйте ещё раз.`,"error.offline.banner":`Нет связи с сетью. То, что вы видите, могло устареть.`,"error.internal":`На сервере что-то пошло не так. Попробуйте через минуту.`,"error.unauthenticated":`Нужно войти ещё раз.`,"error.forbidden.password":`Ничего не изменилось: нужен ваш пароль.`,"error.forbidden":`На это у вас нет прав.`,"error.notFound":`Этого уже нет. Возможно, запись удалили.`,"error.conflict":`Кто-то успел это изменить. Посмотрите ещё раз и повторите.`,"error.conflict.sent":`Это уже отправлено. Подождите несколько секунд и посмотрите, сохранилось ли оно.`,"error.conflict.phone":`Клиент с таким телефоном уже есть.`,"error.conflict.telegramId":`Этот Telegram ID уже у другого клиента.`,"error.invalid":`Проверьте, что введено.`,"error.invalid.phone":`Это не похоже на телефон. Напишите его с кодом города или оператора, например {example}.`,"error.invalid.phone.tooLong":`Проверьте номер: в нём лишние цифры. Например, {example}.`,"error.invalid.phone.tooShort":`Проверьте номер: в нём не хватает цифр. Например, {example}.`,"error.invalid.phone.anonymous":`Номер +888 клиент отправляет боту сам, кнопкой с телефоном.`,"error.invalid.search":`Слишком длинный запрос: ищем не больше чем 200 знаков и 10 слов.`,"error.invalid.telegramId":`Telegram ID состоит только из цифр.`,"error.invalid.tooLong":`Текст слишком длинный.`,"error.rateLimited":`Слишком много попыток. Попробуйте через {wait}.`,"error.rateLimited.unknown":`Слишком много попыток. Подождите немного и попробуйте ещё раз.`,"error.seconds":{one:`{count} секунду`,few:`{count} секунды`,many:`{count} секунд`,other:`{count} секунды`},"error.minutes":{one:`{count} минуту`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},"form.required":`Заполните это поле.`,"form.invalid_credentials":`Неверная почта или пароль.`,"form.password_mismatch":`Пароли не совпадают.`,"form.password_too_short":`Пароль слишком короткий: нужно хотя бы 8 знаков.`,"form.password_too_common":`Такой пароль легко угадать. Придумайте другой.`,"form.password_entirely_numeric":`Пароль не может состоять из одних цифр.`,"form.password_too_similar":`Пароль слишком похож на почту. Придумайте другой.`,"form.unique":`Учётная запись с такой почтой уже есть.`,"form.email":`Введите почту целиком, например name@example.com.`,"form.invite":`Ссылка-приглашение не действует: её уже использовали или она устарела. Попросите новую.`,"form.password":`Такой пароль не подходит. Придумайте другой, не короче 8 знаков.`,"unsaved.question":`Выйти без сохранения?`,"unsaved.text":`Введённое пропадёт.`,"unsaved.leave":`Выйти`,"unsaved.stay":`Остаться`,"draft.restored":`Здесь то, что вы не успели сохранить.`,"draft.discard":`Начать заново`},en:{"nav.overview":`Overview`,"nav.inbox":`Inbox`,"nav.inbox.unfiled":`not filed`,"nav.tasks":`Tasks`,"nav.customers":`Customers`,"nav.more":`More`,"nav.label":`Sections`,"status.ACCEPTED":`Accepted`,"status.IN_PROGRESS":`In progress`,"status.READY":`Ready`,"status.CLOSED":`Closed`,"next.IN_PROGRESS":`Start`,"next.READY":`Ready`,"next.CLOSED":`Close`,"category.CONSULTING":`Consulting`,"category.DIAGNOSIS":`Diagnosis`,"category.REPAIR":`Repair`,"category.OTHER":`Other`,"action.back":`Back`,"action.cancel":`Cancel`,"action.save":`Save`,"action.edit":`Edit`,"action.delete":`Delete`,"action.undo":`Undo`,"action.retry":`Try again`,"action.close":`Close`,"action.reload":`Open again`,"action.call":`Call {phone}`,"action.chat":`Write in Telegram: {phone}`,"action.export":`Export to a file`,"list.more":`Show more`,loading:`Loading`,"wait.minutes":`{count} min`,"wait.hours":`{count} h`,"wait.days":`{count} d`,"day.today":`Today`,"day.yesterday":`Yesterday`,"day.unknown":`No date`,date:`{month} {day}`,"date.year":`{month} {day}, {year}`,"month.1":`January`,"month.2":`February`,"month.3":`March`,"month.4":`April`,"month.5":`May`,"month.6":`June`,"month.7":`July`,"month.8":`August`,"month.9":`September`,"month.10":`October`,"month.11":`November`,"month.12":`December`,"tasks.title":`Tasks`,"tasks.open":{one:`{count} open`,other:`{count} open`},"list.arrived":{one:`Show {count} new`,other:`Show {count} new`},"tasks.new":`New task`,"tasks.empty.title":`No tasks yet`,"tasks.empty.text":`A new task can be made for any phone number.`,"tasks.nothing.title":`Nothing found`,"tasks.nothing.text":`No task fits these filters.`,"tasks.nothing.search":`No tasks for “{search}”. Try part of a number or of a word, three characters or more.`,"tasks.noOpen.title":`No open tasks`,"tasks.answered.title":`Everybody is answered`,"tasks.answered.text":`No customer is waiting for an answer.`,"task.waits":`waits {span}`,"tasks.showAll":`Show all statuses`,"tasks.pick":`Choose a task from the list`,"tasks.advance":`{action}: task {id}`,"filter.search":`Number, phone, name or words`,"filter.statuses":`Statuses`,"filter.awaiting":`Await reply`,"filter.any":`All`,"filter.more":`Filters`,"filter.reset":`Reset filters`,"filter.unchanged":`No change since {day}`,"filter.clear":`Clear`,"task.title":`Task {id}`,"task.withoutCustomer":`No customer`,"task.changed":`Task {id}: {status}`,"task.notChanged":`Task {id}: the status stays “{status}”. {reason}`,"customers.pick":`Choose a customer from the list`,"customer.nameless":`No name`,"customer.inTelegram":`In Telegram`,"customer.unproven":`number not confirmed`,"customer.hasBlocked":`Has blocked the bot`,"more.pick":`Choose a section of the settings`,"error.title":`It did not work`,"error.chunk":`This part did not load: there is no connection, or an update has come out. Open the app again.`,"error.offline":`No connection. Check the network and try again.`,"error.offline.banner":`No network connection. What you see may be out of date.`,"error.internal":`Something went wrong on the server. Try again in a minute.`,"error.unauthenticated":`You need to log in again.`,"error.forbidden.password":`Nothing was done: your password is needed.`,"error.forbidden":`You have no rights to do this.`,"error.notFound":`It is no longer there. It may have been deleted.`,"error.conflict":`Somebody has changed this meanwhile. Look again and repeat.`,"error.conflict.sent":`This was sent already. Wait a few seconds and see whether it is saved.`,"error.conflict.phone":`A customer with this phone already exists.`,"error.conflict.telegramId":`Another customer has this Telegram ID.`,"error.invalid":`Check what is entered.`,"error.invalid.phone":`This does not look like a phone. Write it with the area code, for example {example}.`,"error.invalid.phone.tooLong":`Check the number: it has too many digits. For example, {example}.`,"error.invalid.phone.tooShort":`Check the number: it has too few digits. For example, {example}.`,"error.invalid.phone.anonymous":`A +888 number comes from its owner alone, who sends it to the bot with the phone button.`,"error.invalid.search":`The search is too long: at most 200 characters and 10 words.`,"error.invalid.telegramId":`A Telegram ID is digits only.`,"error.invalid.tooLong":`The text is too long.`,"error.rateLimited":`Too many attempts. Try again in {wait}.`,"error.rateLimited.unknown":`Too many attempts. Wait a little and try again.`,"error.seconds":{one:`{count} second`,other:`{count} seconds`},"error.minutes":{one:`{count} minute`,other:`{count} minutes`},"form.required":`Fill this in.`,"form.invalid_credentials":`Wrong email or password.`,"form.password_mismatch":`The passwords differ.`,"form.password_too_short":`The password is too short: at least 8 characters.`,"form.password_too_common":`This password is too easy to guess. Choose another.`,"form.password_entirely_numeric":`The password cannot be digits only.`,"form.password_too_similar":`This password resembles the email too much. Choose another.`,"form.unique":`An account with this email already exists.`,"form.email":`Enter a whole email, for example name@example.com.`,"form.invite":`This invite link does not work: it was used or has expired. Ask for a new one.`,"form.password":`This password does not fit. Choose another, at least 8 characters.`,"unsaved.question":`Leave without saving?`,"unsaved.text":`What you entered will be lost.`,"unsaved.leave":`Leave`,"unsaved.stay":`Stay`,"draft.restored":`This is what you had not saved yet.`,"draft.discard":`Start over`}},ta=M(`ru`);function na(e){return(t,n={})=>ra(ta.value,e[ta.value][t],n)}var q=na(ea);function ra(e,t,n={}){return(typeof t==`string`?t:t[Zi(e).select(Number(n.count))]??t.other).replace(/\{(\w+)\}/g,(t,r)=>{let i=n[r];return i===void 0?t:typeof i==`number`?Qi(e,i):i})}function ia(e,t,n){return[Mi(`language`)??``,e??``,...t,n].map(oa).find(e=>e!==null)??`ru`}function aa(e){ta.value=e,Ni(`language`,e)}N(()=>{document.documentElement.lang=ta.value});function oa(e){let t=e.toLowerCase().split(`-`)[0];return t===`ru`||t===`en`?t:null}var sa=class extends Error{code;field;retryAfter;reason;constructor(e,t=``,n=``,r=0,i=``){super(t),this.code=e,this.field=n,this.retryAfter=r,this.reason=i}};function ca(e){if(e==null)throw new sa(`INTERNAL`,`an answer without data`);return e}function la(e){let[t]=e.graphQLErrors;if(t){let{code:e,field:n,retryAfter:r,reason:i}=t.extensions;return new sa(e??`INTERNAL`,t.message,n,r,i)}let n=e.response?.status??0;return n===401?new sa(`UNAUTHENTICATED`):n===429?new sa(`RATE_LIMITED`):new sa(n===0?`OFFLINE`:`INTERNAL`,e.message)}function ua(e){switch(e.code){case`OFFLINE`:return q(`error.offline`);case`UNAUTHENTICATED`:return q(`error.unauthenticated`);case`FORBIDDEN`:return q(e.field===`currentPassword`?`error.forbidden.password`:`error.forbidden`);case`NOT_FOUND`:return q(`error.notFound`);case`RATE_LIMITED`:return e.retryAfter>0?q(`error.rateLimited`,{wait:pa(e.retryAfter)}):q(`error.rateLimited.unknown`);case`CONFLICT`:return ha(e.field)?q(`error.conflict.phone`):e.field===`telegramId`?q(`error.conflict.telegramId`):e.field===`Idempotency-Key`?q(`error.conflict.sent`):q(`error.conflict`);case`INVALID`:return ha(e.field)?ma(e.reason):e.field===`search`?q(`error.invalid.search`):e.field===`telegramId`?q(`error.invalid.telegramId`):e.message.includes(`too long`)?q(`error.invalid.tooLong`):q(`error.invalid`);default:return q(`error.internal`)}}function da(e){let t={};for(let[n,[r]]of Object.entries(e??{}))r&&(t[n]=fa(n,r));return t}function fa(e,t){let n=`form.${t.code}`;if(n in ea.en)return q(n);let r=`form.${e.replace(/\d$/,``)}`;return r in ea.en?q(r):t.message}function pa(e){return e<90?q(`error.seconds`,{count:Math.ceil(e)}):q(`error.minutes`,{count:Math.ceil(e/60)})}function ma(e){let t=`+7\xA0917\xA0000-99-00`;switch(e){case`too_long`:return q(`error.invalid.phone.tooLong`,{example:t});case`too_short`:return q(`error.invalid.phone.tooShort`,{example:t});case`anonymous`:return q(`error.invalid.phone.anonymous`);default:return q(`error.invalid.phone`,{example:t})}}function ha(e){return e===`phone`||e===`customerPhone`||e===`newPhone`}var ga=M(null),_a=null;function va(e){return e.code===`FORBIDDEN`&&e.field===`currentPassword`}function ya(){return _a??=new Promise(e=>ga.value=e).finally(()=>{_a=ga.value=null}),_a}var ba=`session`,J=M(Ca()),xa=M(!1);N(()=>{J.value===null?Pi(ba):Ni(ba,JSON.stringify(J.value))}),Fi(e=>{e===ba&&(J.value=Ca())});function Sa(e){ba=`session.${e}`,J.value=Ca()}function Ca(){return Oa(Mi(ba))}function wa(e=J.value){try{let[,t=``]=e?.token.split(`.`)??[],{sub:n}=JSON.parse(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return n??``}catch{return``}}function Ta({token:e,refreshToken:t,deviceToken:n}){return n&&zi(n),e&&t?{token:e,refreshToken:t}:null}function Ea(e){xa.value=!1,J.value=e}function Da(e){xa.value=e===`refused`,J.value=null}function Oa(e){try{let t=JSON.parse(e??`null`);return t?.token&&t.refreshToken?{token:t.token,refreshToken:t.refreshToken}:null}catch{return null}}function ka(){return new Promise(e=>setTimeout(e))}function Aa(){return new Promise(e=>{`requestIdleCallback`in globalThis?requestIdleCallback(()=>e(),{timeout:1e3}):setTimeout(e,200)})}var ja=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Ma=function(e){return`/app/`+e},Na={},Pa=function(e){return e.pathname.endsWith(`.css`)},Fa=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Y=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Ma(t,n);let r=s(t),i=Pa(r);return Fa(Na,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ja,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Ia=5e4,La=null;function Ra(){return La??=Y(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${J.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>J.value!==null});return t.on(`connected`,e=>{ka().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),za(t),t}),La}function za(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),Ia)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function Ba(e){return{subscribe(t){let n=!1,r=()=>{};return Ra().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}var Va=M(Ua());function Ha(){Va.value=Ua()}function Ua(e=Gi){return new ei({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Di,ni(async e=>({addAuthToOperation:t=>J.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${J.value.token}`}),didAuthError:e=>J.value!==null&&la(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Ya(()=>Wa(e))})),Zr,Xr({forwardSubscription:Ba})]})}async function Wa({mutate:e}){let t=J.value,n=Ca();if(t===null)return;if(n!==null&&n.token!==t.token){J.value=n;return}let{data:r,error:i}=await e(ui,{refreshToken:t.refreshToken},Ri()),a=r?.refreshToken&&Ta(r.refreshToken);if(a)return Ea(a);if(i&&la(i).code!==`UNAUTHENTICATED`)return;let o=await Ga({mutate:e});o&&wa(o)===wa(t)?Ea(o):Da(`refused`)}async function Ga({mutate:e}){if(K.initData===``)return null;let{data:t}=await e(oi,{initData:K.initData},Ri());return t?.loginTelegram?Ta(t.loginTelegram):null}async function Ka(e,t,n){try{return await qa(e,t,n)}catch(r){if(!(r instanceof sa)||!va(r)||!await ya())throw r;return qa(e,t,n)}}async function qa(e,t,n){let{data:r,error:i}=await Va.value.mutation(e,t,n).toPromise();if(i)throw la(i);return ca(r)}function Ja(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function Ya(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var Xa=P(`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
    mutedAt
    phoneClaims {
      __typename
      id
      name
      createdTime
    }
    taskConnection(first: 1) {
      totalCount
    }
  }
`,[Lt]),Za=P(`
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
`,[Lt]),Qa=P(`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`),$a=P(`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
`,[Xa]),eo=P(`
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
`,[Lt]),to=P(`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[Xa]),no=P(`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[Xa]),ro=P(`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`),io=P(`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
`,[Xa]),ao=P(`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
`,[Xa]),oo=P(`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
`,[Ht]),so=P(`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
`,[Xa]),co=P(`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        ...NotificationFields
      }
    }
  }
`,[Vt]),lo=P(`
  subscription MessageChanged {
    messageChanged {
      kind
      id
      message {
        ...MessageFields
      }
    }
  }
`,[Qt]),uo=t({followChanges:()=>Co}),fo=new Set,po=new Set,mo=new Set,ho=new Set;function go(e){So(fo,e)}function _o(e){So(po,e)}function vo(e){So(mo,e)}function yo(e){So(ho,e)}function bo(e){mo.add(e)}function xo(e){mo.forEach(t=>t(e))}function So(e,t){let n=ze(t);n.current=t,Le(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function Co(){N(()=>{if(J.value===null)return;let e=Va.value,t=e.subscription(oo,{}).subscribe(({data:e})=>{e?.taskChanged&&fo.forEach(t=>t(e.taskChanged))}),n=e.subscription(so,{}).subscribe(({data:e})=>{e?.customerChanged&&po.forEach(t=>t(e.customerChanged))}),r=e.subscription(lo,{}).subscribe(({data:e})=>{e?.messageChanged&&xo(e.messageChanged)}),i=e.subscription(co,{}).subscribe(({data:e})=>{e?.notificationChanged&&ho.forEach(t=>t(e.notificationChanged))});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe(),i.unsubscribe()}})}var wo=M(0),To=1e3;function Eo(){let e;async function t(){if(e=void 0,J.peek()===null)return;let{data:t}=await Va.peek().query(rn,{},{requestPolicy:`network-only`}).toPromise();t?.inbox&&(wo.value=t.inbox.totalCount)}let n=()=>e??=setTimeout(()=>void t(),To);bo(n),addEventListener(`online`,n),document.addEventListener(`visibilitychange`,n),N(()=>{J.value===null?wo.value=0:t()})}var Do=Symbol.for(`pv`),Oo=0;Array.isArray;function X(e,t,r,i,a,o){t||={};var s,c,l=t;if(`ref`in l&&typeof e!=`function`)for(c in l={},t)c==`ref`?s=t[c]:l[c]=t[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:--Oo,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),n.vnode&&n.vnode(u),u}var ko={overview:`M4.5 20v-6M10 20V9.5M15.5 20v-8M21 20V4.5M3 20h19`,tasks:`M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01`,customers:`M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-3.6 2.9-5.6 6.5-5.6s6.1 2 6.5 5.6M16 4.9a3.5 3.5 0 0 1 0 6.3M18 14.9c2 .8 3.2 2.5 3.5 5.1`,person:`M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c.5-3.8 3.3-5.8 7.5-5.8s7 2 7.5 5.8`,more:`M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0`,back:`M14.5 5 8 12l6.5 7`,next:`m9.5 6 6 6-6 6`,download:`M12 4v11M7 10.5l5 5 5-5M4.5 20h15`,key:`M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M11.5 11.5 20 3M15.5 7.5l3 3`,link:`M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3`,plus:`M12 5v14M5 12h14`,search:`M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20`,filter:`M4 7h16M7 12h10M10 17h4`,close:`M7 7l10 10M17 7 7 17`,phone:`M7.2 4H5a1.5 1.5 0 0 0-1.5 1.6C4.2 13.5 10.5 19.8 18.4 20.5A1.5 1.5 0 0 0 20 19v-2.2a1 1 0 0 0-.7-1l-3-1a1 1 0 0 0-1 .3l-1.1 1.3a12 12 0 0 1-6-6l1.3-1.1a1 1 0 0 0 .3-1l-1-3a1 1 0 0 0-1-.7z`,check:`m5 12.5 4.5 4.5L19 7.5`,telegram:`M20.5 4.5 3.5 11l5 2 2 6 3-4 4.5 3.5zM8.5 13l7-5`,warning:`M12 8v5M12 16.5h.01M12 3.5 21.5 20h-19z`,empty:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20`,inbox:`M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20M12 3v6M9.5 6.8 12 9.3l2.5-2.5`,clip:`m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3`,picture:`M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.5h.01`,paper:`M6 3.5h8l4 4v13H6zM14 3.5v4h4`,clock:`M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2`,down:`m6 9.5 6 6 6-6`,edit:`M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14.5 6.5l3 3`,retry:`M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5V8H15`,lock:`M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3`,CONSULTING:`M4 5h16v11h-9l-4.5 3.5V16H4zM8.5 9h7M8.5 12h4.5`,DIAGNOSIS:`M3 12.5h4l2.5-7 4.5 13 2.5-6H21`,REPAIR:`M14.5 6.5a4.5 4.5 0 0 1 5.8-2.2l-2.8 2.8 1.4 1.4 2.8-2.8a4.5 4.5 0 0 1-6 5.6L8.5 18.5a2 2 0 0 1-3-3l7.3-7.2c-.1-.7 0-1.4.3-2`,OTHER:`M5 5h5.5v5.5H5zM13.5 5H19v5.5h-5.5zM5 13.5h5.5V19H5zM13.5 13.5H19V19h-5.5z`};function Ao({name:e}){return X(`svg`,{class:`icon`,viewBox:`0 0 24 24`,"aria-hidden":`true`,children:X(`path`,{d:ko[e]})})}function jo({icon:e,title:t,text:n,children:r}){return X(`div`,{class:`notice`,children:[X(`span`,{class:`notice-icon`,children:X(Ao,{name:e})}),X(`h2`,{children:t}),n&&X(`p`,{children:n}),r]})}function Mo({problem:e,retry:t}){return X(`div`,{role:`alert`,children:X(jo,{icon:`warning`,title:q(`error.title`),text:ua(e),children:X(`button`,{type:`button`,class:`plain-button`,onClick:t,children:q(`action.retry`)})})})}function No({problem:e,retry:t}){return X(`div`,{class:`outdated`,role:`status`,children:[X(`p`,{children:ua(e)}),X(`button`,{type:`button`,onClick:t,children:q(`action.retry`)})]})}function Po({rows:e}){return X(`div`,{class:`card`,role:`status`,"aria-label":q(`loading`),children:X(`div`,{class:`breathing`,children:Array.from({length:e},(e,t)=>X(`div`,{class:`skeleton-row`,children:[X(`span`,{class:`skeleton skeleton-tile`}),X(`span`,{class:`skeleton-lines`,children:[X(`span`,{class:`skeleton`}),X(`span`,{class:`skeleton skeleton-short`})]})]},t))})})}function Z(e,t=4){let n=null,r=null;function i(){return r??=e().then(e=>void(n=e),e=>{throw r=null,e}),r}function a(e){let[r,a]=Fe(n?`loaded`:`loading`);return Le(()=>{if(r===`loaded`)return;let e=!0;return i().then(ka).then(()=>e&&a(`loaded`),()=>e&&a(`failed`)),()=>{e=!1}},[]),n?X(n,{...e}):r===`loading`?t>0?X(Po,{rows:t}):null:X(`div`,{role:`alert`,children:X(jo,{icon:`warning`,title:q(`error.title`),text:q(`error.chunk`),children:X(`button`,{type:`button`,class:`plain-button`,onClick:()=>location.reload(),children:q(`action.reload`)})})})}return Object.assign(a,{load:i})}var Fo=M([]),Io=6e3,Lo=0;function Ro(e,{shownFor:t=Io,...n}={}){let r=++Lo;Fo.value=[...Fo.value.slice(-1),{kind:`done`,...n,id:r,text:e}],setTimeout(zo,t,r)}function zo(e){Fo.value=Fo.value.filter(t=>t.id!==e)}function Bo(){return X(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`,children:Fo.value.map(({id:e,text:t,kind:n,action:r})=>X(`div`,{class:`toast`,"data-kind":n,children:[X(Ao,{name:n===`done`?`check`:`warning`}),X(`span`,{children:t}),r&&X(`button`,{type:`button`,onClick:()=>{zo(e),r.run()},children:r.text}),X(`button`,{type:`button`,class:`toast-close`,"aria-label":q(`action.close`),onClick:()=>zo(e),children:X(Ao,{name:`close`})})]},e))})}var Vo=M({business:`Zayavka`,language:`ru`,timezone:`Europe/Moscow`,region:`RU`,...JSON.parse(document.querySelector(`meta[name=zayavka-business]`)?.content??`{}`)});function Ho({telegramId:e,reachable:t}){return e===null?`stranger`:t===!1?`blocked`:`reached`}var Uo=[`reached`,`blocked`,`stranger`];function Wo(e){return Uo.find(t=>t===e)??``}function Go(e,t){return{...e.trim()&&{search:e.trim()},...t===`stranger`&&{registered:!1},...t===`reached`&&{registered:!0,reachable:!0},...t===`blocked`&&{registered:!0,reachable:!1}}}var Ko=[`ACCEPTED`,`IN_PROGRESS`,`READY`,`CLOSED`],qo=[`ACCEPTED`,`IN_PROGRESS`,`READY`],Jo=[`CONSULTING`,`DIAGNOSIS`,`REPAIR`,`OTHER`];function Yo(e){let t=Ko[Ko.indexOf(e)+1];return t===void 0||t===`ACCEPTED`?null:t}var Xo={search:``,statuses:qo,category:``,whose:``,from:``,to:``,awaiting:!1,updatedTo:``},Zo=/^\d{4}-\d{2}-\d{2}$/;function Qo(e){let t=us(e.get(`day`));return{search:e.get(`search`)??``,statuses:ss(e.get(`status`)),category:Jo.find(t=>t===e.get(`category`))??``,whose:os(e.get(`whose`)),from:t||us(e.get(`from`)),to:t||us(e.get(`to`)),awaiting:e.has(`awaiting`),updatedTo:us(e.get(`unchanged`))}}function $o(e){let t=new URLSearchParams;return e.search&&t.set(`search`,e.search),ls(e.statuses,qo)||t.set(`status`,e.statuses.length===0?`any`:cs(e.statuses).join(`,`)),e.category&&t.set(`category`,e.category),e.whose&&t.set(`whose`,e.whose),rs(e)?t.set(`day`,e.from):(e.from&&t.set(`from`,e.from),e.to&&t.set(`to`,e.to)),e.awaiting&&t.set(`awaiting`,`reply`),e.updatedTo&&t.set(`unchanged`,e.updatedTo),t}function es(e,t){return{...e.search&&{search:e.search},...e.statuses.length>0&&{statuses:cs(e.statuses)},...e.category&&{categories:[e.category]},...e.whose===`nobody`?{unassigned:!0}:e.whose&&{employeeId:e.whose===`mine`?t:e.whose},...e.from&&{createdFrom:e.from},...e.to&&{createdTo:e.to},...e.awaiting&&{awaitingReply:!0},...e.updatedTo&&{updatedTo:e.updatedTo}}}function ts(e){let{statuses:t,awaitingReply:n,...r}=e;return{awaiting:{...r,awaitingReply:!0},accepted:{...r,statuses:[`ACCEPTED`]},inProgress:{...r,statuses:[`IN_PROGRESS`]},ready:{...r,statuses:[`READY`]}}}function ns(e,{status:t,category:n,employee:r,createdAt:i,awaitingReplySince:a}){let{statuses:o,categories:s,employeeId:c,unassigned:l,createdFrom:u,createdTo:d,updatedTo:f,awaitingReply:p}=e,m=i??``;return(!o||o.some(e=>e===t))&&(!s||s.some(e=>e===n))&&(!c||r?.id===c)&&(!l||r===null)&&(!u||m>=u)&&(!d||m<=d)&&(!p||a!==null)&&!f}function rs(e){return e.from!==``&&e.from===e.to}function is(e){return $o(e).toString()===``}function as(e,t){let n=e.statuses.includes(t)?e.statuses.filter(e=>e!==t):[...e.statuses,t];return{...e,statuses:cs(n)}}function os(e){return e!==null&&/^(mine|nobody|\d+)$/.test(e)?e:``}function ss(e){if(e===null)return qo;if(e===`any`)return[];let t=e.split(`,`),n=Ko.filter(e=>t.includes(e));return n.length>0?n:qo}function cs(e){return Ko.filter(t=>e.includes(t))}function ls(e,t){return cs(e).join()===cs(t).join()}function us(e){return e!==null&&Zo.test(e)&&!Number.isNaN(Date.parse(e))?e:``}var ds=[7,30,90],fs={screen:`tasks`,filter:Xo};function ps(e){let[t=``,n=``]=e.replace(/^#/,``).split(`?`,2),r=new URLSearchParams(n),[,i,a,o]=t.split(`/`),s=a!==void 0&&/^\d+$/.test(a)?a:``;if(i===`tasks`){let e=Qo(r);return a===`new`?{screen:`task-new`,phone:r.get(`for`)??``,filter:e}:s?{screen:o===`edit`?`task-edit`:`task`,id:s,filter:e}:{screen:`tasks`,filter:e}}if(i===`customers`){let e={search:r.get(`search`)??``,contact:Wo(r.get(`contact`))};return a===`new`?{screen:`customer-new`,...e}:s&&o===`edit`?{screen:`customer-edit`,id:s,...e}:s&&o===`chat`?{screen:`customer-chat`,id:s,...e}:s&&o===`merge`?{screen:`customer-merge`,id:s,...e}:s?{screen:`customer`,id:s,...e}:{screen:`customers`,...e}}return i===`overview`?{screen:`overview`,days:ds.find(e=>String(e)===r.get(`days`))??ds[0]}:i===`inbox`?{screen:`inbox`}:i===`tokens`?{screen:a===`new`?`token-new`:`tokens`}:i===`webhooks`?s?{screen:`webhook`,id:s}:{screen:a===`new`?`webhook-new`:`webhooks`}:i===`more`||i===`account`||i===`team`||i===`letters`?{screen:i}:fs}function ms(e){let[,t,n=``]=/^(task|customer)_(\d+)$/.exec(e)??[];return t===`task`?{screen:`task`,id:n,filter:Xo}:t===`customer`?{screen:`customer`,id:n,search:``,contact:``}:null}function hs(e){switch(e.screen){case`tasks`:return $(`tasks`,$o(e.filter));case`task`:return $(`tasks/${e.id}`,$o(e.filter));case`task-edit`:return $(`tasks/${e.id}/edit`,$o(e.filter));case`task-new`:{let t=$o(e.filter);return e.phone&&t.set(`for`,e.phone),$(`tasks/new`,t)}case`customers`:return $(`customers`,Es(e));case`customer`:return $(`customers/${e.id}`,Es(e));case`customer-chat`:return $(`customers/${e.id}/chat`,Es(e));case`customer-edit`:return $(`customers/${e.id}/edit`,Es(e));case`customer-merge`:return $(`customers/${e.id}/merge`,Es(e));case`customer-new`:return $(`customers/new`,Es(e));case`overview`:return $(`overview`,new URLSearchParams(e.days===ds[0]?{}:{days:String(e.days)}));case`token-new`:return`#/tokens/new`;case`webhook-new`:return`#/webhooks/new`;case`webhook`:return`#/webhooks/${e.id}`;default:return`#/${e.screen}`}}function gs(e){switch(e.screen){case`task`:case`task-new`:return{screen:`tasks`,filter:e.filter};case`task-edit`:return{...e,screen:`task`};case`customer`:case`customer-new`:return{screen:`customers`,search:e.search,contact:e.contact};case`customer-chat`:case`customer-edit`:case`customer-merge`:return{...e,screen:`customer`};case`account`:case`team`:case`tokens`:case`webhooks`:case`letters`:return{screen:`more`};case`token-new`:return{screen:`tokens`};case`webhook`:case`webhook-new`:return{screen:`webhooks`};default:return null}}function _s(){return ps(location.hash)}function vs(e,t=ys()){return{screen:`task`,id:e,filter:t}}function ys(){let e=Q.value;return`filter`in e?e.filter:Xo}var bs={screen:`customers`,search:``,contact:``};function xs(e){let t=Q.value,{search:n,contact:r}=`search`in t?t:bs;return{screen:`customer`,id:e,search:n,contact:r}}var Q=M(fs),Ss=M(null);function Cs(e,{replace:t=!1}={}){t?location.replace(hs(e)):location.hash=hs(e)}function ws(e){Ss.value=null,Cs(e,{replace:!0})}function Ts(e){let t=location.hash,n=!1;hs(_s())!==hs(Q.value)&&(Q.value=_s());async function r(){if(!(location.hash===t||n)){if(Ss.value){n=!0;let e=await Ss.value();if(n=!1,!e){history.replaceState(null,``,t||`#/tasks`);return}Ss.value=null}e(),t=location.hash,Q.value=ps(t)}}return addEventListener(`hashchange`,r),()=>removeEventListener(`hashchange`,r)}function $(e,t){let n=t.toString().replaceAll(`%2C`,`,`);return`#/${e}${n&&`?${n}`}`}function Es({search:e,contact:t}){return new URLSearchParams({...e&&{search:e},...t&&{contact:t}})}var Ds=()=>`filter.${wa()}`;function Os(){return{screen:`tasks`,filter:Qo(new URLSearchParams(Mi(Ds())??``))}}function ks({statuses:e,category:t,whose:n}){Ni(Ds(),$o({...Xo,statuses:e,category:t,whose:n}).toString())}var As=()=>Y(()=>import(`./core-chunk-C7WiXI1T.js`),__vite__mapDeps([0,1,2,3])),js=()=>Y(()=>import(`./team-Cdvi9ibu.js`),__vite__mapDeps([4,1,2])),Ms=Z(async()=>(await Y(async()=>{let{TasksScreen:e}=await import(`./tasks-Bn4tuPHd.js`);return{TasksScreen:e}},__vite__mapDeps([5,1,2]))).TasksScreen,6),Ns=Z(async()=>(await As()).TaskScreen),Ps=Z(async()=>(await As()).TaskEditScreen),Fs=Z(async()=>(await As()).TaskNewScreen),Is=Z(async()=>(await As()).CustomersScreen,8),Ls=Z(async()=>(await As()).CustomerScreen),Rs=Z(async()=>(await As()).MoreScreen),zs=Z(async()=>(await As()).InboxScreen),Bs=Z(async()=>(await Y(async()=>{let{OverviewScreen:e}=await import(`./overview-D7AaCcDH.js`);return{OverviewScreen:e}},__vite__mapDeps([6,1,2,7]))).OverviewScreen),Vs=Z(async()=>(await As()).CustomerChatScreen),Hs=Z(async()=>(await Y(async()=>{let{CustomerNewScreen:e}=await import(`./customer-form-ZxFmj6P8.js`);return{CustomerNewScreen:e}},__vite__mapDeps([8,1,2]))).CustomerNewScreen),Us=Z(async()=>(await Y(async()=>{let{CustomerEditScreen:e}=await import(`./customer-form-ZxFmj6P8.js`);return{CustomerEditScreen:e}},__vite__mapDeps([8,1,2]))).CustomerEditScreen),Ws=Z(async()=>(await Y(async()=>{let{CustomerMergeScreen:e}=await import(`./customer-merge-Dsyi-1SO.js`);return{CustomerMergeScreen:e}},__vite__mapDeps([9,1,2]))).CustomerMergeScreen),Gs=Z(async()=>(await Y(async()=>{let{AccountScreen:e}=await import(`./account-ClZvm2aQ.js`);return{AccountScreen:e}},__vite__mapDeps([10,1,2]))).AccountScreen),Ks=Z(async()=>(await js()).TeamScreen),qs=Z(async()=>(await js()).TokensScreen),Js=Z(async()=>(await js()).TokenNewScreen),Ys=Z(async()=>(await js()).WebhooksScreen),Xs=Z(async()=>(await js()).WebhookNewScreen),Zs=Z(async()=>(await js()).WebhookScreen),Qs=Z(async()=>(await js()).DeadLettersScreen),$s=Z(async()=>{let{logInAutomatically:e,LoginScreen:t}=await Y(async()=>{let{logInAutomatically:e,LoginScreen:t}=await import(`./login-CRlg6aDb.js`);return{logInAutomatically:e,LoginScreen:t}},__vite__mapDeps([11,1,2,12]));return e(),t},6);async function ec(){let e=[Ms,Ns,Ps,Fs,Is,Ls,Rs,Bs];for(let t of e){if(await Aa(),!navigator.onLine)return;await t.load().catch(()=>void 0)}}function tc(e){return`filter`in e?Ms:`search`in e?Is:e.screen===`inbox`?zs:e.screen===`overview`?Bs:Rs}function nc(e){switch(e.screen){case`task`:return X(Ns,{at:e},`task ${e.id}`);case`task-edit`:return X(Ps,{at:e},`edit ${e.id}`);case`task-new`:return X(Fs,{at:e},`new ${e.phone}`);case`customer`:return X(Ls,{at:e},`customer ${e.id}`);case`customer-chat`:return X(Vs,{at:e},`chat ${e.id}`);case`customer-edit`:return X(Us,{at:e},`edit customer ${e.id}`);case`customer-new`:return X(Hs,{at:e},`new customer`);case`customer-merge`:return X(Ws,{at:e},`merge ${e.id}`);case`account`:return X(Gs,{},`account`);case`team`:return X(Ks,{},`team`);case`tokens`:return X(qs,{},`tokens`);case`token-new`:return X(Js,{},`new token`);case`webhooks`:return X(Ys,{},`webhooks`);case`webhook-new`:return X(Xs,{},`new webhook`);case`webhook`:return X(Zs,{at:e},`webhook ${e.id}`);case`letters`:return X(Qs,{},`letters`);default:return null}}var rc=be(!0),ic=Z(async()=>(await Y(async()=>{let{PasswordDialog:e}=await import(`./password-dialog-DBh369kd.js`);return{PasswordDialog:e}},__vite__mapDeps([13,1,2]))).PasswordDialog,0);function ac(){let e=J.value!==null;return It(()=>{document.documentElement.dataset.theme=K.scheme.value}),X(x,{children:[X(fc,{}),(e||xa.value)&&X(rc.Provider,{value:e,children:X(`div`,{hidden:!e,children:X(sc,{})})}),!e&&X($s,{}),e&&ga.value&&X(ic,{onClose:ga.value}),X(Bo,{})]})}function oc({screen:e}){return e===`overview`||e===`inbox`?e:e.startsWith(`task`)?`tasks`:e.startsWith(`customer`)?`customers`:`more`}function sc(){let e=Q.value,t=oc(e),n=nc(e);return uc(),Le(()=>K.onSettings(()=>Cs({screen:`more`})),[]),X(`div`,{class:`screens`,"data-section":t,"data-card":n!==null,children:[X(lc,{current:t}),X(`main`,{class:`panes`,children:[X(`div`,{class:`pane pane-list`,children:[t===`overview`&&`days`in e&&X(Bs,{days:e.days}),t===`inbox`&&X(zs,{}),t===`more`&&X(Rs,{}),`filter`in e&&X(Ms,{filter:e.filter,alone:!n}),`search`in e&&X(Is,{search:e.search,contact:e.contact,alone:!n})]},t),t!==`overview`&&t!==`inbox`&&X(`div`,{class:`pane pane-card`,children:n??X(`p`,{class:`pane-empty`,children:[X(Ao,{name:t}),q(`${t}.pick`)]})})]})]})}var cc=[{section:`overview`,icon:`overview`,title:`nav.overview`,home:()=>({screen:`overview`,days:ds[0]})},{section:`inbox`,icon:`inbox`,title:`nav.inbox`,home:()=>({screen:`inbox`})},{section:`tasks`,icon:`tasks`,title:`nav.tasks`,home:Os},{section:`customers`,icon:`customers`,title:`nav.customers`,home:()=>bs},{section:`more`,icon:`more`,title:`nav.more`,home:()=>({screen:`more`})}];function lc({current:e}){return Le(()=>{document.title=`${q(`nav.${e}`)} · ${Vo.value.business}`}),X(`nav`,{class:`tabs`,"aria-label":q(`nav.label`),children:[X(`span`,{class:`tabs-business wide-only`,children:Vo.value.business}),cc.map(({section:t,icon:n,title:r,home:i})=>X(`a`,{href:hs(i()),"aria-current":t===e?`page`:void 0,children:[X(`span`,{class:`tab-icon`,children:[X(Ao,{name:n}),t===`inbox`&&wo.value>0&&X(`span`,{class:`badge`,children:[Qi(ta.value,wo.value),X(`span`,{class:`visually-hidden`,children:q(`nav.inbox.unfiled`)})]})]}),X(`span`,{class:`tab-title`,children:q(r)})]},t))]})}function uc(){let e=ze(new Map),t=ze(null),n=Q.value,r=dc(n);Le(()=>(history.scrollRestoration=`manual`,Ts(()=>{e.current.set(dc(Q.value),window.scrollY),t.current=Q.value})),[]),Re(()=>{let i=t.current;i&&(window.scrollTo(0,e.current.get(r)??0),`id`in i&&!(`id`in n)&&document.getElementById(`${oc(i).slice(0,-1)}-${i.id}`)?.focus({preventScroll:!0}))},[r])}function dc(e){return`id`in e?`${e.screen} ${e.id}`:e.screen}function fc(){let e=kt(!navigator.onLine);return Le(()=>{let t=()=>e.value=!navigator.onLine;return addEventListener(`online`,t),addEventListener(`offline`,t),()=>{removeEventListener(`online`,t),removeEventListener(`offline`,t)}},[]),X(`div`,{class:`offline`,role:`status`,children:e.value&&q(`error.offline.banner`)})}var pc={first:25,next:50};mc();async function mc(){await ka();let e=tc(_s()).load();await gi(),ta.value=ia(K.language,navigator.languages,Vo.value.language),K.userId&&Sa(K.userId),location.hash.startsWith(`#/`)||history.replaceState(null,``,hs(ms(K.startParam||hc())??Os())),Q.value=_s(),gc(),await ka();let t=document.getElementById(`app`);t.replaceChildren(),ye(X(ac,{}),t),await e,await ka();let{followChanges:n}=await Y(async()=>{let{followChanges:e}=await Promise.resolve().then(()=>uo);return{followChanges:e}},void 0);n(),await Aa(),Ki(),Eo(),await ec(),navigator.onLine&&Y(async()=>{let{sendWhatWaits:e}=await import(`./core-chunk-C7WiXI1T.js`);return{sendWhatWaits:e}},__vite__mapDeps([0,1,2,3])).then(({sendWhatWaits:e})=>e())}function hc(){return new URLSearchParams(location.search).get(`startapp`)??``}function gc(){if(Q.value.screen!==`tasks`||J.value===null)return;let e=es(Q.value.filter,wa());Wi(zt,{filter:e,first:pc.first,after:null},J.value.token),Wi(Bt,ts(e),J.value.token)}export{Ha as $,Xt as $t,Ro as A,oi as At,vo as B,pn as Bt,Yo as C,Ri as Ct,Go as D,K as Dt,Uo as E,Mi as Et,Po as F,ri as Ft,$a as G,cn as Gt,go as H,sn as Ht,Ao as I,ln as It,ao as J,an as Jt,eo as K,fn as Kt,X as L,tn as Lt,Mo as M,ii as Mt,jo as N,ci as Nt,Ho as O,si as Ot,No as P,li as Pt,Va as Q,Zt as Qt,xo as R,un as Rt,Jo as S,Hi as St,Ko as T,Ni as Tt,to as U,dn as Ut,yo as V,nn as Vt,Qa as W,mn as Wt,io as X,Kt as Xt,ro as Y,Jt as Yt,no as Z,Wt as Zt,es as _,Be as _n,aa as _t,xs as a,zt as an,J as at,ts as b,Yi as bt,ws as c,N as cn,Ea as ct,gs as d,Re as dn,ca as dt,Gt as en,Ka as et,ds as f,Ue as fn,ua as ft,Xo as g,He as gn,ta as gt,ns as h,Fe as hn,ra as ht,bs as i,Bt as in,wa as it,Z as j,di as jt,Vo as k,ai as kt,Ss as l,M as ln,sa as lt,vs as m,Ve as mn,ea as mt,rc as n,Yt as nn,Y as nt,hs as o,Lt as on,xa as ot,Q as p,ze as pn,la as pt,Za as q,en as qt,ks as r,qt as rn,Da as rt,_s as s,P as sn,Ta as st,pc as t,Ut as tn,Ja as tt,Cs as u,Le as un,da as ut,is as v,x as vn,q as vt,qo as w,Pi as wt,as as x,Qi as xt,rs as y,na as yt,_o as z,on as zt};