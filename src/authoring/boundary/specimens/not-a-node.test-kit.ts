/** A module whose default export is no node. */
export default "nothing";
