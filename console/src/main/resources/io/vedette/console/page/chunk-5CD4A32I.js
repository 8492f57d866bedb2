function r(t){if(!t)return null;try{let n=new URL(t);return n.protocol==="https:"||n.protocol==="http:"?n.href:null}catch{return null}}export{r as a};
