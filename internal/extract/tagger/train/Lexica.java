import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Writes the word clusters and lists of names of nlp4j-english, which are serialized Java objects, as tables:
 *  java Lexica.java IN KIND OUT, where IN is an unpacked lexicon and KIND clusters or names. Its prefix tree is read
 *  without its classes: a node is a hash map of words to nodes with the set of kinds as value. */
public class Lexica {
    public static void main(String[] a) throws Exception {
        try (PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(a[2])), false, "UTF-8")) {
            Object o = new In(new BufferedInputStream(new FileInputStream(a[0]))).readObject();
            if (a[1].equals("clusters"))
                for (Map.Entry<?, ?> e : new TreeMap<Object, Object>((Map<?, ?>) o).entrySet()) {
                    String longest = "";
                    for (Object p : (Collection<?>) e.getValue()) if (((String) p).length() > longest.length()) longest = (String) p;
                    out.println(e.getKey() + "\t" + longest);
                }
            else walk(((Tree) o).n_root, "", out);
        }
    }

    static void walk(Node n, String name, PrintStream out) {
        if (n.value != null) for (Object kind : (Collection<?>) n.value) out.println(kind + "\t" + name);
        for (Map.Entry<Object, Object> e : new TreeMap<Object, Object>(n).entrySet())
            walk((Node) e.getValue(), name.isEmpty() ? (String) e.getKey() : name + " " + e.getKey(), out);
    }

    static class Node extends HashMap<Object, Object> { Object value; }
    static class Tree implements Serializable { Node n_root; }

    /** Reads the library's two classes as ours. */
    static class In extends ObjectInputStream {
        In(InputStream in) throws IOException { super(in); }
        @Override protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass d = super.readClassDescriptor();
            if (d.getName().endsWith(".PrefixTree")) return ObjectStreamClass.lookup(Tree.class);
            if (d.getName().endsWith(".PrefixNode")) return ObjectStreamClass.lookup(Node.class);
            return d;
        }
    }
}
