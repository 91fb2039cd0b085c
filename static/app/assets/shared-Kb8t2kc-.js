//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-C94bnjy0.js","assets/index-CZU3rO_j.js","assets/index-A3MtYFkK.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,At as n,Ct as r,Dt as i,Et as a,F as o,G as s,I as c,J as l,K as u,L as d,Ot as f,R as p,St as m,Tt as h,U as g,X as ee,Y as te,Z as ne,_ as re,_t as ie,a as _,at as ae,b as oe,bt as v,c as y,ct as se,dt as ce,et as le,f as ue,ft as de,g as fe,gt as pe,ht as me,i as he,it as b,kt as ge,l as _e,lt as x,mt as ve,nt as ye,o as be,ot as xe,p as Se,pt as Ce,q as S,r as we,rt as C,s as Te,st as Ee,tt as De,vt as Oe,wt as ke,x as Ae,xt as je,yt as Me}from"./index-CZU3rO_j.js";import{t as w}from"./texts-MoXwibJA.js";var Ne=Object.defineProperty,Pe=(e,t)=>{let n={};for(var r in e)Ne(n,r,{get:e[r],enumerable:!0});return t||Ne(n,Symbol.toStringTag,{value:`Module`}),n},T=_(`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
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
`,[we]),Fe=_(`
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
`,[we]),Ie=_(`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`),Le=_(`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
`,[T]),Re=_(`
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
`,[we]),ze=_(`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[T]),Be=_(`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`,[T]),Ve=_(`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`),He=_(`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
`,[T]),Ue=_(`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
`,[T]),We=_(`
  fragment NotificationFields on NotificationType {
    __typename
    id
    status
    state
    lastError
    notBefore
    sentAt
  }
`),Ge=_(`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
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
`,[he,We]),Ke=_(`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
`,[Ge]),qe=_(`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
`,[we]),Je=_(`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`),Ye=_(`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
`,[he]),Xe=_(`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Ge]),Ze=_(`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`),Qe=_(`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
`,[Ge]),$e=_(`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        ...NotificationFields
      }
    }
  }
`,[We]),et=_(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`),tt=_(`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
`,[Ge]),nt=_(`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
`,[T]),rt=_(`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        ...NotificationFields
      }
    }
  }
`,[We]),it={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},at=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},E,D;function O(e){return new at(`Syntax Error: Unexpected token at ${D} in ${e}`)}function ot(e){if(e.lastIndex=D,e.test(E))return E.slice(D,D=e.lastIndex)}var k=/ +(?=[^\s])/y;function st(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)k.lastIndex=0,k.test(t[o])&&(o&&(!r||k.lastIndex<r)&&(r=k.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function A(){for(var e=0|E.charCodeAt(D++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|E.charCodeAt(D++))if(e===35)for(;(e=0|E.charCodeAt(D++))&&e!==10&&e!==13;);D--}function ct(){for(var e=D,t=0|E.charCodeAt(D++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|E.charCodeAt(D++));if(e===D-1)throw O(`Name`);var n=E.slice(e,--D);return A(),n}function j(){return{kind:`Name`,value:ct()}}var lt=/(?:"""|(?:[\s\S]*?[^\\])""")/y,ut=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function M(e){var t;switch(E.charCodeAt(D)){case 91:D++,A();for(var n=[];E.charCodeAt(D)!==93;)n.push(M(e));return D++,A(),{kind:`ListValue`,values:n};case 123:D++,A();for(var r=[];E.charCodeAt(D)!==125;){var i=j();if(E.charCodeAt(D++)!==58)throw O(`ObjectField`);A(),r.push({kind:`ObjectField`,name:i,value:M(e)})}return D++,A(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw O(`Variable`);return D++,{kind:`Variable`,name:j()};case 34:if(E.charCodeAt(D+1)===34&&E.charCodeAt(D+2)===34){if(D+=3,(t=ot(lt))==null)throw O(`StringValue`);return A(),{kind:`StringValue`,value:st(t.slice(0,-3)),block:!0}}var a=D,o;D++;var s=!1;for(o=0|E.charCodeAt(D++);o===92&&(D++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|E.charCodeAt(D++));if(o!==34)throw O(`StringValue`);return t=E.slice(a,D),A(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=D++,l;(l=0|E.charCodeAt(D++))>=48&&l<=57;);var u=E.slice(c,--D);if((l=E.charCodeAt(D))===46||l===69||l===101){if((t=ot(ut))==null)throw O(`FloatValue`);return A(),{kind:`FloatValue`,value:u+t}}return A(),{kind:`IntValue`,value:u};case 110:if(E.charCodeAt(D+1)===117&&E.charCodeAt(D+2)===108&&E.charCodeAt(D+3)===108)return D+=4,A(),{kind:`NullValue`};break;case 116:if(E.charCodeAt(D+1)===114&&E.charCodeAt(D+2)===117&&E.charCodeAt(D+3)===101)return D+=4,A(),{kind:`BooleanValue`,value:!0};break;case 102:if(E.charCodeAt(D+1)===97&&E.charCodeAt(D+2)===108&&E.charCodeAt(D+3)===115&&E.charCodeAt(D+4)===101)return D+=5,A(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:ct()}}function dt(e){if(E.charCodeAt(D)===40){var t=[];D++,A();do{var n=j();if(E.charCodeAt(D++)!==58)throw O(`Argument`);A(),t.push({kind:`Argument`,name:n,value:M(e)})}while(E.charCodeAt(D)!==41);return D++,A(),t}}function N(e){if(E.charCodeAt(D)===64){var t=[];do D++,t.push({kind:`Directive`,name:j(),arguments:dt(e)});while(E.charCodeAt(D)===64);return t}}function ft(){for(var e=0;E.charCodeAt(D)===91;)e++,D++,A();var t={kind:`NamedType`,name:j()};do if(E.charCodeAt(D)===33&&(D++,A(),t={kind:`NonNullType`,type:t}),e){if(E.charCodeAt(D++)!==93)throw O(`NamedType`);A(),t={kind:`ListType`,type:t}}while(e--);return t}function pt(){if(E.charCodeAt(D++)!==123)throw O(`SelectionSet`);return A(),mt()}function mt(){var e=[];do if(E.charCodeAt(D)===46){if(E.charCodeAt(++D)!==46||E.charCodeAt(++D)!==46)throw O(`SelectionSet`);switch(D++,A(),E.charCodeAt(D)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:N(!1),selectionSet:pt()});break;case 111:E.charCodeAt(D+1)===110?(D+=2,A(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:j()},directives:N(!1),selectionSet:pt()})):e.push({kind:`FragmentSpread`,name:j(),directives:N(!1)});break;case 123:D++,A(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:mt()});break;default:e.push({kind:`FragmentSpread`,name:j(),directives:N(!1)})}}else{var t=j(),n=void 0;E.charCodeAt(D)===58&&(D++,A(),n=t,t=j());var r=dt(!1),i=N(!1),a=void 0;E.charCodeAt(D)===123&&(D++,A(),a=mt()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(E.charCodeAt(D)!==125);return D++,A(),{kind:`SelectionSet`,selections:e}}function ht(){if(A(),E.charCodeAt(D)===40){var e=[];D++,A();do{var t=void 0;if(E.charCodeAt(D)===34&&(t=M(!0)),E.charCodeAt(D++)!==36)throw O(`Variable`);var n=j();if(E.charCodeAt(D++)!==58)throw O(`VariableDefinition`);A();var r=ft(),i=void 0;E.charCodeAt(D)===61&&(D++,A(),i=M(!0)),A();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:N(!0)};t&&(a.description=t),e.push(a)}while(E.charCodeAt(D)!==41);return D++,A(),e}}function gt(e){var t=j();if(E.charCodeAt(D++)!==111||E.charCodeAt(D++)!==110)throw O(`FragmentDefinition`);A();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:j()},directives:N(!1),selectionSet:pt()};return e&&(n.description=e),n}function _t(){var e=[];do{var t=void 0;if(E.charCodeAt(D)===34&&(t=M(!0)),E.charCodeAt(D)===123){if(t)throw O(`Document`);D++,A(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:mt()})}else{var n=ct();switch(n){case`fragment`:e.push(gt(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=E.charCodeAt(D))!==40&&r!==64&&r!==123&&(i=j());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:ht(),directives:N(!1),selectionSet:pt()};t&&(a.description=t),e.push(a);break;default:throw O(`Document`)}}}while(D<E.length);return e}function vt(e,t){return E=e.body?e.body:e,D=0,A(),t&&t.noLocation?{kind:`Document`,definitions:_t()}:{kind:`Document`,definitions:_t(),loc:{start:0,end:E.length,startToken:void 0,endToken:void 0,source:{body:E,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function P(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function yt(e){return JSON.stringify(e)}function bt(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var F=`
`,I={OperationDefinition(e){var t=``;e.description&&(t+=I.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+P(e.variableDefinitions,`, `,I.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive));var n=I.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=I.StringValue(e.description)+` `),t+=I.Variable(e.variable)+`: `+L(e.type),e.defaultValue&&(t+=` = `+L(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=P(e.arguments,`, `,I.Argument);t.length+n.length+2>80?t+=`(`+(F+=`  `)+P(e.arguments,F,I.Argument)+(F=F.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+I.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?bt(e.value).replace(/\n/g,F):yt(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+P(e.values,`, `,L)+`]`,ObjectValue:e=>`{`+P(e.fields,`, `,I.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+L(e.value),Document(e){return!e.definitions||!e.definitions.length?``:P(e.definitions,`

`,L)},SelectionSet:e=>`{`+(F+=`  `)+P(e.selections,F,L)+(F=F.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+L(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive)),t+=` `+I.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=I.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+P(e.directives,` `,I.Directive)),t+` `+I.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+P(e.arguments,`, `,I.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+L(e.type)+`]`,NonNullType:e=>L(e.type)+`!`},L=e=>I[e.kind](e);function xt(e){return F=`
`,I[e.kind]?I[e.kind](e):``}var St=()=>{},R=St;function z(e){return{tag:0,0:e}}function B(e){return{tag:1,0:e}}var Ct=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,wt=e=>e;function V(e){return t=>n=>{var r=R;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function H(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(B(e(t[0])))}))}function Tt(e){return t=>n=>{var r=[],i=R,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=R;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(z((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function Et(e){return Tt(wt)(e)}function U(e){return Et(Lt(e))}function Dt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(z((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Ot(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(z((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function kt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function W(e){var t=[],n=R,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(z((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function At(e){return t=>n=>{var r=R,i=R,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=R),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(z((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function jt(e){return t=>n=>{var r=R,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(z((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Mt(e){return t=>n=>{var r=R,i=R,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(z((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Nt(e,t){return n=>r=>{var i=R,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function Pt(e){return t=>e()(t)}function Ft(e){return t=>{var n=e[Ct()]&&e[Ct()]()||e,r=!1,i=!1,a=!1,o;t(z((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(B(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function It(e){return e[Ct()]?Ft(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(z((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(B(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Lt=It;function Rt(e){return t=>{var n=!1;t(z((r=>{r===1?n=!0:n||(n=!0,t(B(e)),t(0))})))}}function zt(e){return t=>{var n=!1,r=e({next(e){n||t(B(e))},complete(){n||(n=!0,t(0))}});t(z((e=>{e===1&&!n&&(n=!0,r())})))}}function G(){var e,t;return{source:W(zt((n=>(e=n.next,t=n.complete,St)))),next(t){e&&e(t)},complete(){t&&t()}}}function Bt(e){return t=>{var n=R,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Vt(e){Bt((e=>{}))(e)}function Ht(e){return new Promise((t=>{var n=R,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Ut=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},Wt=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new at(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new at(e),Gt=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Wt),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},K=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},q=new Set,Kt=new WeakMap,J=(e,t)=>{if(e===null||q.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return J(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=J(e[r],t)||`null`;return n+=`]`}if(!t&&(Yt!==Y&&e instanceof Yt||Xt!==Y&&e instanceof Xt))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Kt.get(e)||Math.random().toString(36).slice(2);return Kt.set(e,o),J({__key:o},t)}q.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=J(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=J(a[c],t)+`:`+u)}return q.delete(e),s+=`}`},qt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||q.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)qt(e,`${t}.${r}`,n[r]);else if(n instanceof Yt||n instanceof Xt)e.set(t,n);else for(var a in q.add(n),n)qt(e,`${t}.${a}`,n[a])}},Jt=(e,t)=>(q.clear(),J(e,t||!1)),Y=class{},Yt=typeof File<`u`?File:Y,Xt=typeof Blob<`u`?Blob:Y,Zt=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Qt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,$t=(e,t)=>t%2==0?e.replace(Qt,`
`):e,en=e=>e.split(Zt).map($t).join(``).trim(),tn=new Map,nn=new Map,rn=e=>{var t;return typeof e==`string`?t=en(e):e.loc&&nn.get(e.__key)===e?t=e.loc.source.body:(t=tn.get(e)||en(xt(e)),tn.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},an=e=>{var t;if(e.documentId)t=K(e.documentId);else if(t=K(rn(e)),e.definitions){var n=cn(e);n&&(t=K(`\n# ${n}`,t))}return t},on=e=>{var t,n;return typeof e==`string`?(t=an(e),n=nn.get(t)||vt(e,{noLocation:!0})):(t=e.__key||an(e),n=nn.get(t)||e),n.loc||rn(n),n.__key=t,nn.set(t,n),n},sn=(e,t,n)=>{var r=t||{},i=on(e),a=Jt(r,!0),o=i.__key;return a!==`{}`&&(o=K(a,o)),{key:o,query:i,variables:r,extensions:n}},cn=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===it.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},ln=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new Gt({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},un=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=un(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=un(e[i],t[i]);return e}}return t},dn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=un(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=un(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new Gt({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},fn=(e,t,n)=>({operation:e,data:void 0,error:new Gt({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function pn(e){var t={query:void 0,documentId:void 0,operationName:cn(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=rn(e.query)),t}var mn=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=hn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Jt(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},hn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},gn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Jt(t),r=(e=>{var t=new Map;return(Yt!==Y||Xt!==Y)&&(q.clear(),qt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Jt({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},_n=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=gn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},vn=/boundary="?([^=";]+)"?/i,yn=/data: ?([^\n]+)/;async function*bn(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*xn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*Sn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(vn),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of xn(bn(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of xn(bn(e),`

`)){var r=n.match(yn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?dn(i,l,a,c):ln(e,l,a),r=!1,yield i,r=!0;i||(yield i=ln(e,{},a))}catch(t){if(!r)throw t;yield fn(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function Cn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),Dt((()=>{r&&r.abort()}))(V((e=>!!e))(Ft(Sn(e,t,n))))}function wn(e){var t=t=>e(t);return t.toPromise=()=>Ht(jt(1)(V((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>Bt(e)(t),t}function X(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var Tn=()=>{},En=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>U([Tt((n=>{var{key:i}=n;return Mt(V((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(pn(t),t);return zt((e=>{var i=!1,a,o;function s(n){e.next(o=o?dn(o,n):ln(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(fn(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(X(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(V((e=>e.kind!==`teardown`&&a(e)))(t)),i(V((e=>e.kind===`teardown`||!a(e)))(t))])},Dn=({forward:e,dispatchDebug:t})=>t=>U([Tt((e=>{var n=pn(e),r=mn(e,n),i=_n(e,n);return Mt(V((t=>t.kind===`teardown`&&t.key===e.key))(t))(Cn(e,r,i))}))(V((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(V((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),On=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return W(e(W(t)))},dispatchDebug(e){}})),n),kn=({dispatchDebug:e})=>e=>V((e=>!1))(e),An=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=G();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Mt(V((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(V((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?At((t=>{var n=Rt(t);return t.stale||t.hasNext?n:U([n,H((()=>(t.stale=!0,t)))(jt(1)(V((t=>t.key===e.key))(c.source)))])}))(t):Nt((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?kt((()=>{l(e)}))(t):Dt((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(X(`teardown`,e,e.context))}))(Ot((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),W(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},X(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?wn(f(e)):wn(Pt((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=kt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?At(Rt)(U([t,V((t=>t===r.get(e.key)))(Rt(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return Bt((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(sn(e,t),n),subscription:(e,t,n)=>m.executeSubscription(sn(e,t),n),mutation:(e,t,n)=>m.executeMutation(sn(e,t),n)}),h=Tn,g=W(On(t.exchanges)({client:m,dispatchDebug:h,forward:kn({dispatchDebug:h})})(c.source));return Vt(g),m},jn=(e,t)=>X(e.kind,e,{...e.context,authAttempt:t});function Mn(e){return({client:t,forward:n})=>{var r=new Set,i=G(),a=G(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(fn(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,sn(e,n),a);return Ht(jt(1)(V((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(kt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return X(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,jn(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(V(Boolean)(H((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,jn(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(jn(e,!1))))(U([i.source,d]))));return U([a.source,V((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var Z=_(`
  fragment SessionFields on ObtainJSONWebToken {
    success
    errors
    token
    refreshToken
    deviceToken
  }
`),Nn=_(`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`),Pn=_(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      ...SessionFields
    }
  }
`,[Z]),Fn=_(`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      ...SessionFields
    }
  }
`,[Z]),In=_(`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Ln=_(`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`),Rn=_(`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      ...SessionFields
    }
  }
`,[Z]),zn=_(`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      ...SessionFields
    }
  }
`,[Z]),Bn=_(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`),Vn=class{known=new Map;guesses=new Map;learn(e,t){Hn(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))Gn(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Hn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Wn(t)?this.mergeObject(Wn(e)&&Un(e)===Un(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Un(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Gn(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Hn(e,t){if(Array.isArray(e))return e.forEach(e=>Hn(e,t));if(!Wn(e))return;let n=Un(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Hn(e,t))}function Un({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Wn(e){return typeof e==`object`&&!!e}function Gn(e){return Wn(e)&&`nodes`in e}var Kn=({client:e,forward:t})=>{let n=new Vn,r=new Map,i=new Map,a=new Set,o=G(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(X(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&qn(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?X(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),Jn(e)&&i.forEach(d),f}return e=>{let n=Ut(e,Ot(p),W);return U([Ut(n,V(f),H(m)),Ut(n,V(e=>!f(e)),H(h),t,H(g)),o.source])}};function qn({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Jn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Yn=5e4,Xn=null;function Zn(){return Xn??=_e(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${x.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>x.value!==null});return t.on(`connected`,e=>{l().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),Qn(t),t}),Xn}function Qn(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),Yn)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function $n(e){return{subscribe(t){let n=!1,r=()=>{};return Zn().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}var Q=Me(tr());function er(){Q.value=tr()}function tr(e=f){return new An({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Kn,Mn(async e=>({addAuthToOperation:t=>x.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${x.value.token}`}),didAuthError:e=>x.value!==null&&S(e).code===`UNAUTHENTICATED`,refreshAuth:()=>sr(()=>nr(e))})),Dn,En({forwardSubscription:$n})]})}async function nr({mutate:e}){let t=x.value,n=Ce();if(t===null)return;if(n!==null&&n.token!==t.token){x.value=n;return}let{data:r,error:i}=await e(zn,{refreshToken:t.refreshToken},ve()),a=r?.refreshToken&&ce(r.refreshToken);if(a)return de(a);if(i&&S(i).code!==`UNAUTHENTICATED`)return;let o=await rr({mutate:e});o&&se(o)===se(t)?de(o):Ee(`refused`)}async function rr({mutate:e}){if(y.initData===``)return null;let{data:t}=await e(Fn,{initData:y.initData},ve());return t?.loginTelegram?ce(t.loginTelegram):null}async function ir(e,t,n){try{return await ar(e,t,n)}catch(r){if(!(r instanceof g)||!ae(r)||!await xe())throw r;return ar(e,t,n)}}async function ar(e,t,n){let{data:r,error:i}=await Q.value.mutation(e,t,n).toPromise();if(i)throw S(i);return s(r)}function or(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function sr(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var cr=Pe({followChanges:()=>mr}),lr=new Set,ur=new Set;function dr(e){pr(lr,e)}function fr(e){pr(ur,e)}function pr(e,t){let n=r(t);n.current=t,v(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function mr(){Oe(()=>{if(x.value===null)return;let e=Q.value,t=e.subscription(tt,{}).subscribe(({data:e})=>{e?.taskChanged&&lr.forEach(t=>t(e.taskChanged))}),n=e.subscription(nt,{}).subscribe(({data:e})=>{e?.customerChanged&&ur.forEach(t=>t(e.customerChanged))}),r=e.subscription(rt,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}function hr(e){let[t,n]=h(!1),[i,a]=h(null),o=r(!1);async function s(){if(!o.current){o.current=!0,n(!0),a(null);try{await e()}catch(e){if(!(e instanceof g))throw e;y.haptic(`error`),a(e)}finally{o.current=!1,n(!1)}}}return{busy:t,problem:i,submit:s}}function gr({title:t,onClose:n,children:i}){let a=r(null),o=m();return v(()=>a.current?.showModal(),[]),b(`dialog`,{ref:a,class:`confirm panel`,"aria-labelledby":o,onClose:n,onClick:e=>{e.target===a.current&&a.current?.close()},children:[b(`div`,{class:`panel-head`,children:[b(`h2`,{id:o,children:t}),b(`button`,{type:`button`,class:`round-button`,"aria-label":e(`action.close`),onClick:()=>a.current?.close(),children:b(C,{name:`close`})})]}),i]})}function _r({text:e}){return e?b(`p`,{class:`form-error`,role:`alert`,children:e}):null}var vr=_(`
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
`),yr=_(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      ...SessionFields
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,[Z]),br=_(`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`),xr=_(`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`),Sr=le({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function Cr(t){v(()=>{if(t)return fe.value=()=>y.confirm({title:e(`unsaved.question`),text:e(`unsaved.text`),yes:e(`unsaved.leave`),no:e(`unsaved.stay`)}),y.confirmClosing(!0),()=>{fe.value=null,y.confirmClosing(!1)}},[t])}function wr(e,t){let n=e===null?null:`draft.${se()}.${e}`,[{content:r,restored:i,attempt:a},o]=h(()=>{let e=n===null?null:Or(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??Tr()}}),s=!Er(r,t);return Cr(s&&n!==null),je(()=>{n!==null&&(s?pe(n,JSON.stringify({content:r,attempt:a})):me(n))},[n,s,a]),v(()=>()=>{n!==null&&me(n)},[n]),{content:r,changed:s,restored:i,attempt:a,change(e){o(t=>({...t,content:{...t.content,...e},attempt:Tr()}))},reset(){o({content:t,restored:!1,attempt:Tr()})}}}function Tr(){return`${Date.now()}.${Math.random()}`}function Er(e,t){return Object.keys(t).every(n=>Dr(e[n])===Dr(t[n]))}function Dr(e=``){return typeof e==`string`?e:[...e].sort().join()}function Or(e){try{return JSON.parse(ie(e)??`null`)}catch{return null}}function kr(e){let{content:t,change:n,attempt:r,...i}=wr(e.draft??null,e.initial),[a,o]=h({}),{busy:s,problem:c,submit:l}=hr(async()=>{let n=e.validate?.(t)??{};o(n),Object.keys(n).length>0||o(await e.send(t,r)??{})}),d=(c&&e.explain?.(c))??{},f={...a,...d},p=e=>{n(e),o(t=>Object.fromEntries(Object.entries(t).filter(([t])=>!(t in e))))},m=(e,t)=>p({[e]:t});return{...i,values:t,change:p,errors:f,failure:f.nonFieldErrors??(c&&Object.keys(d).length===0?u(c):void 0),problem:c,busy:s,submit:l,field:e=>({value:t[e],onInput:t=>m(e,t),error:f[e]}),choice:e=>({chosen:t[e],onChoose:t=>m(e,t)})}}function Ar(e,t){let n=Object.entries(e).filter(([,e])=>e.trim()===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function jr(e){return t=>{let n=e[t.field];return n===void 0?{}:{[n]:u(t)}}}function Mr({label:e,value:t,onInput:n,hint:i,error:a,type:o=`text`,multiline:s=!1,first:c=!1,...l}){let u=m(),d=r(null);v(()=>{c&&d.current?.focus()},[]);let f=a??i,p={id:u,ref:d,value:t,"aria-invalid":a!==void 0,"aria-describedby":f?`${u}-note`:void 0,onInput:e=>n(e.currentTarget.value),...l},h={type:o,...p};return b(`div`,{class:`field`,children:[b(`label`,{for:u,children:e}),s?b(`textarea`,{rows:4,...p}):b(`input`,{...h}),f&&b(`p`,{id:`${u}-note`,class:a?`field-error`:`field-hint`,role:a?`alert`:void 0,children:f})]})}function Nr({submit:e,element:t,children:n,...r}){return b(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function Pr(e,t,{keep:n=!1}={}){let[i,a]=h({data:null,problem:null,loading:!0}),[o,s]=h(0),c=ke(()=>s(e=>e+1),[]),l=JSON.stringify(t),u=r(l),d=Q.value;return v(()=>{let r=u.current===l||n;u.current=l,a(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:i}=d.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{a(r=>({data:e??(t?r.data:null),problem:t?S(t):null,loading:n}))});return i},[d,e,l,o]),v(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&c()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,c),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,c)}},[c]),{...i,reload:c}}function Fr({title:t,subtitle:n,back:i,children:o}){let s=r(null),c=y.backButton,l=a(Te);return v(()=>{i&&s.current?.focus({preventScroll:!0})},[]),v(()=>{if(i&&c&&l)return c.show(()=>re(i)),()=>c.hide()},[c,l,i&&Se(i)]),b(`header`,{class:`header`,children:[i&&!c&&b(`a`,{class:`back`,href:Se(i),children:[b(C,{name:`back`}),b(`span`,{children:e(`action.back`)})]}),b(`div`,{class:`header-line`,children:[b(`h1`,{ref:s,tabIndex:-1,children:t}),o]}),n!==void 0&&b(`p`,{class:`subtitle`,children:n})]})}function Ir({title:e,note:t,children:n}){let r=m();return b(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&b(`h2`,{id:r,class:`section-title`,children:e}),b(`div`,{class:`card`,children:n}),t&&b(`div`,{class:`section-note`,children:t})]})}var $=_(`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`),Lr=_(`
  fragment InviteFields on InviteType {
    __typename
    id
    role
    expiresAt
    usedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`),Rr=_(`
  fragment ApiTokenFields on ApiTokenType {
    __typename
    id
    name
    scopes
    createdTime
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`),zr=_(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`,[$]),Br=_(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`,[$]),Vr=_(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[$]),Hr=_(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`,[$]),Ur=_(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`,[$]),Wr=_(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`,[Lr]),Gr=_(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`,[Lr]),Kr=_(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`),qr=_(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`),Jr=_(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`,[Rr]),Yr=_(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`,[Rr]),Xr=_(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`,[Rr]),Zr=Me(`untried`),Qr=`loggedOut`;async function $r(){y.initData!==``&&ie(Qr)===null&&await ei()}async function ei(){Zr.value=`running`;try{let e=s((await ir(Fn,{initData:y.initData},ve())).loginTelegram);Zr.value=ti(e)?`untried`:ii(e)}catch(e){if(!(e instanceof g))throw e;Zr.value={problem:u(e)}}}function ti(e){let t=e.success?ce(e):null;return t?(me(Qr),de(t),er(),!0):!1}async function ni(){if(y.initData!==``)try{await ir(In,{initData:y.initData}),d(w(`login.linked`))}catch(e){if(!(e instanceof g))throw e;d(e.code===`CONFLICT`?w(`login.linkedToOther`):w(`login.notLinked`),{kind:`failed`})}}function ri(){pe(Qr,`yes`)}function ii({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:w(`login.telegram.expired`)}}async function ai(e,t=u){try{let t=await e();return y.haptic(`success`),d(t),!0}catch(e){if(!(e instanceof g))throw e;return y.haptic(`error`),d(t(e),{kind:`failed`}),!1}}function oi({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=m(),[,s]=h({});return b(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>b(`label`,{class:`option option-${e}`,children:[b(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),b(`span`,{children:r(e)})]},e))})}function si({text:e,count:t,on:n,onToggle:r,look:i}){return b(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?b(`span`,{class:`chip-count`,children:ye(ne.value,t)}):null]})}function ci(e,t=new Date){return li(e,t)?.slice(0,10)??De(`sv-SE`,{timeZone:e}).format(t)}function li(e,t){let{clock:n,timezone:r}=c.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function ui(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function di(e,t){return ci(t,new Date(e))}function fi(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function pi(e,t,n){return De(n,{timeZone:t,...fi(n)}).format(new Date(e))}function mi(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in te.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=te[n];return ee(n,l,{day:String(Number(a)),month:String(c),year:r})}function hi(e,t,n,r=new Date){let i=new Date(e),a=ci(t,i).slice(0,4)===ci(t,r).slice(0,4);return De(n,{timeZone:t,day:`numeric`,month:`long`,...fi(n),...a?{}:{year:`numeric`}}).format(i)}function gi({name:e,email:t}){return e||t}function _i(e,t,n){let a=JSON.stringify(t),o=Q.value,[s,c]=h([]),l=r({read:()=>{},stop:()=>{}});je(()=>{let r=[],i=(i,a)=>{r[i]?.();let s=e=>c(t=>{let n=[...t];return n[i]={connection:null,problem:null,...t[i],loading:!1,...e},n});s({loading:!0}),r[i]=o.query(e,{...t,first:a===null?be.first:be.next,after:a},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>s({...e&&{connection:n(e)},problem:t?S(t):null,loading:r})).unsubscribe};return l.current={read:i,stop:()=>r.forEach(e=>e())},c([]),i(0,null),()=>l.current.stop()},[o,e,a]);let u=()=>{let e=null;s.forEach(({connection:t},n)=>{l.current.read(n,e),e=t?.pageInfo.endCursor??null})};vi(u);let d=i(()=>s[0]?.connection?yi(s.flatMap(({connection:e})=>e?.nodes??[])):null,s.map(({connection:e})=>e)),f=s.at(-1),p=f?.connection?.pageInfo;return{rows:d,hasMore:p?.hasNextPage??!1,loadMore:()=>{f&&!f.loading&&p?.hasNextPage&&l.current.read(s.length,p.endCursor)},problem:s.find(({problem:e})=>e)?.problem??null,loading:s.length===0||s.some(({loading:e})=>e),reload:u}}function vi(e){let t=r(e);t.current=e,v(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function yi(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function bi(t){return t.name||t.phone||e(`customer.nameless`)}function xi({customer:e}){let t=oe.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return b(`li`,{class:`customer-row`,"data-current":n,children:b(`a`,{id:`customer-${e.id}`,class:`row-link`,href:Se(ue(e.id)),"aria-current":n?`page`:void 0,children:[b(Si,{customer:e}),b(C,{name:`next`})]})})}function Si({customer:t}){return b(n,{children:[b(Ei,{customer:t}),b(`span`,{class:`row-text`,children:[b(`span`,{class:`row-title`,children:bi(t)}),b(`span`,{class:`row-facts`,children:[t.name?t.phone??``:e(`customer.nameless`),t.telegramId!==null&&b(wi,{customer:t}),Ci(t)&&b(`span`,{class:`unproven`,children:e(`customer.unproven`)})]})]})]})}function Ci({telegramId:e,verified:t}){return e!==null&&!t}function wi({customer:t}){let n=o(t)===`blocked`,r=e(n?`customer.hasBlocked`:`customer.inTelegram`);return b(`span`,{class:n?`has-blocked`:`in-telegram`,role:`img`,"aria-label":r,title:r,children:b(C,{name:n?`warning`:`telegram`})})}var Ti=7;function Ei({customer:e}){let t=(e.name??``).match(/\p{L}/u)?Di(e.name):``;return b(`span`,{class:`avatar avatar-${Number(e.id)%Ti}`,"aria-hidden":`true`,children:t||b(C,{name:`person`})})}function Di(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function Oi({text:e,onClick:t,busy:n=!1}){let i=r(null),o=y.mainButton,s=a(Te);return v(()=>{s&&o?.show({text:e,busy:n,enabled:!0,onClick:()=>i.current?.click()})}),v(()=>{if(s)return()=>o?.hide()},[o,s]),b(`div`,{class:o?`visually-hidden`:`main-button`,children:b(`button`,{ref:i,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:o?-1:0,"aria-hidden":o?!0:void 0,children:e})})}function ki({onMore:t}){let n=r(null),i=r(t);return i.current=t,v(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&i.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(n.current),()=>e.disconnect()}),b(`div`,{class:`list-more`,children:b(`button`,{ref:n,type:`button`,class:`plain-button`,onClick:t,children:e(`list.more`)})})}async function Ai(t,n){let{id:r,status:i}=t;y.haptic(`selection`);try{await ir(Ze,{taskData:{id:r,status:n}},{fetch:Mi(r)}),d(e(`task.changed`,{id:r,status:e(`status.${n}`)}),{action:{text:e(`action.undo`),run:()=>void Ai({id:r,status:n},i)}})}catch(t){if(!(t instanceof g))throw t;y.haptic(`error`),d(e(`task.notChanged`,{id:r,status:e(`status.${i}`),reason:u(t)}),{kind:`failed`})}}var ji=new Map;function Mi(e){return(t,n)=>{let r=()=>ge(t,{...n,keepalive:!0}),i=ji.get(e)?.then(r,r)??r(),a=()=>{ji.get(e)===i&&ji.delete(e)};return ji.set(e,i),i.then(a,a),i}}function Ni({task:t,day:n}){let{id:r,customer:i,status:a}=t,o=t.category??`OTHER`,s=oe.value,c=`id`in s&&s.screen.startsWith(`task`)&&s.id===r,l=e(`task.title`,{id:r}),u=i?bi(i):e(`task.withoutCustomer`),d=n===void 0&&i?.name?i.phone:null,f=[n??`№ ${r}`,d??e(`category.${o}`)];return b(`li`,{class:`task-row`,"data-current":c,children:[b(`span`,{class:`tile tile-${o}`,title:e(`category.${o}`),children:[b(C,{name:o}),b(`span`,{class:`visually-hidden`,children:e(`category.${o}`)})]}),b(`a`,{id:`task-${r}`,class:`row-title whole-row`,href:Se(Ae(r)),"aria-label":n===void 0?`${l}, ${u}`:void 0,"aria-current":c?`page`:void 0,children:n===void 0?u:l}),a&&b(Fi,{status:a}),t.description&&b(`span`,{class:`task-description`,children:t.description}),b(`span`,{class:`task-facts quiet`,children:[b(`span`,{class:`fact`,children:[f[0],` ·`]}),` `,b(`span`,{class:`fact`,children:f[1]})]}),a&&b(Pi,{id:r,status:a})]})}function Pi({id:n,status:r}){let i=t(r);return i===null?null:b(`button`,{type:`button`,class:`next-button`,"aria-label":e(`tasks.advance`,{id:n,action:e(`next.${i}`)}),onClick:()=>void Ai({id:n,status:r},i),children:[e(`next.${i}`),b(C,{name:`next`})]})}function Fi({status:t}){return b(`span`,{class:`pill pill-${t}`,children:e(`status.${t}`)})}var Ii=p(async()=>(await _e(async()=>{let{ExportDialog:e}=await import(`./export-dialog-C94bnjy0.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Li(t){let[r,i]=h(!1),a=e(`action.export`);return b(n,{children:[b(`button`,{type:`button`,class:`round-button`,"aria-label":a,title:a,onClick:()=>i(!0),children:b(C,{name:`download`})}),r&&b(Ii,{...t,onClose:()=>i(!1)})]})}function Ri(e,t){let[n,r]=h({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function zi({count:t,onShow:n}){return t===0?null:b(`div`,{class:`new-rows`,role:`status`,children:b(`button`,{type:`button`,class:`plain-button`,onClick:()=>{n(),window.scrollTo({top:0})},children:e(`list.arrived`,{count:t})})})}var Bi=200;function Vi({label:t,type:n,value:i,onInput:a,onSubmit:o}){let s=r(null);return b(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),o?.(),s.current?.blur()},children:[b(C,{name:`search`}),b(`input`,{ref:s,type:n,value:i,maxLength:Bi,"aria-label":t,placeholder:t,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>a(e.currentTarget.value)}),i!==``&&b(`button`,{type:`button`,"aria-label":e(`filter.clear`),onClick:()=>{a(``),s.current?.focus()},children:b(C,{name:`close`})})]})}function Hi({form:t}){return t.restored?b(`p`,{class:`narrowed`,role:`status`,children:[e(`draft.restored`),b(`button`,{type:`button`,class:`plain-button`,onClick:t.reset,children:e(`draft.discard`)})]}):null}function Ui(e){let t=r(null);return t.current=e??t.current,t.current}export{Cr as $,ei as A,Re as At,zr as B,ci as C,Je as Ct,ti as D,ze as Dt,ai as E,Xe as Et,Gr as F,Be as Ft,Ir as G,qr as H,Kr as I,Nr as J,Fr as K,Vr as L,Zr as M,Ue as Mt,Jr as N,Ve as Nt,ni as O,Ie as Ot,Yr as P,He as Pt,kr as Q,Hr as R,pi as S,$e as St,oi as T,Qe as Tt,Ur as U,Xr as V,Br as W,jr as X,Mr as Y,Ar as Z,gi as _,Ln as _t,Ri as a,_r as at,di as b,qe as bt,Ai as c,cr as ct,Ei as d,er as dt,Sr as et,Si as f,ir as ft,_i as g,Nn as gt,bi as h,Bn as ht,zi as i,vr as it,ri as j,Fe as jt,$r as k,Le as kt,ki as l,fr as lt,Ci as m,Pn as mt,Hi as n,br as nt,Li as o,gr as ot,xi as p,or as pt,Pr as q,Vi as r,xr as rt,Ni as s,hr as st,Ui as t,yr as tt,Oi as u,dr as ut,ui as v,Rn as vt,si as w,Ke as wt,hi as x,et as xt,mi as y,Ye as yt,Wr as z};